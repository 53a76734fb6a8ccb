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
        udgift__kommune__region.navn AS region__navn,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      LEFT JOIN demo.main.kommune AS udgift__kommune
        ON udgift.kommune = udgift__kommune.kode
      LEFT JOIN demo.main.region AS udgift__kommune__region
        ON udgift__kommune.region_id = udgift__kommune__region.id
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
        folk__kommune__region.navn AS region__navn,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      LEFT JOIN demo.main.kommune AS folk__kommune
        ON folk.kommune = folk__kommune.kode
      LEFT JOIN demo.main.region AS folk__kommune__region
        ON folk__kommune.region_id = folk__kommune__region.id
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
