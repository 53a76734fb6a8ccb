SELECT
  udgift__aar AS "udgift.aar",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(udgift__beloeb * 100 AS INT128) * 100
    ) * 10000,
    CAST(udgift__beloeb__in__udgift__landets_beloeb * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.0001 AS "udgift.andel_af_landet"
FROM (
  SELECT
    facts.udgift__aar,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      "udgift.kommune.region".navn = $1
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_beloeb
    FROM demo.main.udgift AS udgift
    GROUP BY
      1
  ) AS udgift__beloeb__in__udgift__landets_beloeb
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_beloeb.udgift__aar
) AS core
ORDER BY
  udgift__aar ASC
LIMIT 10001
