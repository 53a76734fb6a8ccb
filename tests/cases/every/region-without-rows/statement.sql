SELECT
  region__navn AS "region.navn",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster",
  CAST(udgift__kommuner AS BIGINT) AS "udgift.kommuner",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(udgift__loen * 100 AS INT128) * 100
    ) * 10,
    CAST(udgift__beloeb * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udgift.loenandel",
  CASE
    WHEN udgift__beloeb = 0 AND NOT (
      udgift__loen * 100
    ) IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(udgift__loen * 100 AS DOUBLE) / NULLIF(udgift__beloeb, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "udgift.loenandel__status"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "udgift.kommune.region".navn AS region__navn,
      SUM(udgift.beloeb) AS udgift__beloeb,
      COUNT(*) AS udgift__poster,
      COUNT(DISTINCT udgift.kommune) AS udgift__kommuner,
      SUM(udgift.beloeb) FILTER(WHERE
        udgift.art = 'løn') AS udgift__loen
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      udgift.funktion = $1
    GROUP BY
      1
  )
  SELECT
    facts.region__navn,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster,
    COALESCE(MAX(facts.udgift__kommuner), 0) AS udgift__kommuner,
    MAX(facts.udgift__loen) AS udgift__loen
  FROM (
    SELECT
      region__navn,
      udgift__beloeb,
      udgift__poster,
      udgift__kommuner,
      udgift__loen
    FROM ".answered"
    UNION ALL
    SELECT
      region__navn.region__navn,
      NULL AS udgift__beloeb,
      NULL AS udgift__poster,
      NULL AS udgift__kommuner,
      NULL AS udgift__loen
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
