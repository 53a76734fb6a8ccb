SELECT
  region__navn AS "region.navn",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "udgift.kommune.region".navn AS region__navn,
      SUM(udgift.beloeb) AS udgift__beloeb,
      COUNT(*) AS udgift__poster
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      udgift.aar = $1
    GROUP BY
      1
  )
  SELECT
    facts.region__navn,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster
  FROM (
    SELECT
      region__navn,
      udgift__beloeb,
      udgift__poster
    FROM ".answered"
    UNION ALL
    SELECT
      region__navn.region__navn,
      NULL AS udgift__beloeb,
      NULL AS udgift__poster
    FROM (
      SELECT DISTINCT
        region.navn AS region__navn
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.region AS region
        ON ".own".own
    ) AS region__navn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  region__navn ASC
LIMIT 10001
