SELECT
  udgift__region AS "udgift.region",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__alt_i_aaret AS DECIMAL(38, 2)) AS "udgift.alt_i_aaret"
FROM (
  SELECT
    facts.udgift__region,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__alt_i_aaret.udgift__beloeb__in__udgift__alt_i_aaret AS udgift__beloeb__in__udgift__alt_i_aaret
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
      (
        udgift.aar = $1
        AND (
          udgift.funktion = $2
        )
        AND (
          "udgift.kommune.region".navn = $3
        )
      )
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__alt_i_aaret
    FROM demo.main.udgift AS udgift
    WHERE
      udgift.aar = $1
  ) AS udgift__beloeb__in__udgift__alt_i_aaret
) AS core
ORDER BY
  udgift__beloeb DESC,
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC
LIMIT 10001
