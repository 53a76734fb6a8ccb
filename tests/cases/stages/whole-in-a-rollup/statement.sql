SELECT
  udgift__region AS "udgift.region",
  CAST(udgift__region__subtotal AS BOOLEAN) AS "udgift.region__subtotal",
  udgift__aar AS "udgift.aar",
  CAST(udgift__aar__subtotal AS BOOLEAN) AS "udgift.aar__subtotal",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb"
FROM (
  SELECT
    facts.udgift__region,
    facts.udgift__aar,
    facts.udgift__region__subtotal,
    facts.udgift__aar__subtotal,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    SELECT
      "udgift.kommune.region".navn AS udgift__region,
      udgift.aar AS udgift__aar,
      GROUPING("udgift.kommune.region".navn) AS udgift__region__subtotal,
      GROUPING(udgift.aar) AS udgift__aar__subtotal,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      "udgift.kommune.region".navn IN ($1, $2)
    GROUP BY
      GROUPING SETS (
        (1, 2),
        (
          1
        ),
        ()
      )
  ) AS facts
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      GROUPING(udgift.aar) AS udgift__aar__subtotal,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_beloeb
    FROM demo.main.udgift AS udgift
    GROUP BY
      GROUPING SETS (
        (
          1
        ),
        ()
      )
  ) AS udgift__beloeb__in__udgift__landets_beloeb
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_beloeb.udgift__aar
    AND facts.udgift__aar__subtotal IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_beloeb.udgift__aar__subtotal
) AS core
ORDER BY
  udgift__region__subtotal ASC,
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC,
  udgift__aar__subtotal ASC,
  udgift__aar ASC
LIMIT 10001
