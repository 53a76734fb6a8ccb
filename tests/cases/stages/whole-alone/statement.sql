SELECT
  udgift__region AS "udgift.region",
  udgift__aar AS "udgift.aar",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb"
FROM (
  SELECT
    facts.udgift__region,
    facts.udgift__aar,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    SELECT DISTINCT
      "udgift.kommune.region".navn AS udgift__region,
      udgift.aar AS udgift__aar
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      udgift.kommune = $1
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
  udgift__aar ASC,
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC
LIMIT 10001
