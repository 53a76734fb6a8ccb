WITH ".top" AS MATERIALIZED (
  SELECT
    udgift__region,
    TRUE AS met
  FROM (
    SELECT
      "udgift.kommune.region".navn AS udgift__region,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      "udgift.kommune.region".navn IN ($1, $2)
    GROUP BY
      1
  ) AS core
  ORDER BY
    udgift__beloeb DESC,
    CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
    udgift__region ASC
  LIMIT 1
)
SELECT
  udgift__region AS "udgift.region",
  udgift__region__rest AS "udgift.region__rest",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb"
FROM (
  SELECT
    facts.udgift__region,
    facts.udgift__region__rest,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    SELECT
      CASE WHEN ".top".met THEN "udgift.kommune.region".navn END AS udgift__region,
      ".top".met IS NULL AS udgift__region__rest,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    LEFT JOIN ".top"
      ON ".top".udgift__region IS NOT DISTINCT FROM "udgift.kommune.region".navn
    WHERE
      "udgift.kommune.region".navn IN ($1, $2)
    GROUP BY
      1,
      2
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_beloeb
    FROM demo.main.udgift AS udgift
  ) AS udgift__beloeb__in__udgift__landets_beloeb
) AS core
ORDER BY
  udgift__beloeb DESC,
  udgift__region__rest ASC,
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC
LIMIT 10001
