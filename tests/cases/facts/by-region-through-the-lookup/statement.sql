SELECT
  region__navn AS "region.navn",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(folk__personer AS BIGINT) AS "folk.personer"
FROM (
  SELECT
    facts.region__navn,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer
  FROM (
    SELECT
      region__navn,
      udgift__beloeb,
      NULL AS folk__personer
    FROM (
      SELECT
        "udgift.kommune.region".navn AS region__navn,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.kommune AS "udgift.kommune"
        ON udgift.kommune = "udgift.kommune".kode
      LEFT JOIN demo.main.region AS "udgift.kommune.region"
        ON "udgift.kommune".region_id = "udgift.kommune.region".id
      WHERE
        udgift.aar = $1
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      region__navn,
      NULL AS udgift__beloeb,
      folk__personer
    FROM (
      SELECT
        "folk.kommune.region".navn AS region__navn,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      LEFT JOIN demo.main.kommune AS "folk.kommune"
        ON folk.kommune = "folk.kommune".kode
      LEFT JOIN demo.main.region AS "folk.kommune.region"
        ON "folk.kommune".region_id = "folk.kommune.region".id
      WHERE
        folk.aar = $1
      GROUP BY
        1
    ) AS folk__personer
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  region__navn ASC
LIMIT 10001
