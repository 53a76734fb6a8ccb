SELECT
  udgift__kommune AS "udgift.kommune",
  udgift__aar AS "udgift.aar",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb"
FROM (
  SELECT
    facts.udgift__kommune,
    facts.udgift__aar,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    SELECT
      udgift.kommune AS udgift__kommune,
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      (
        udgift.kommune IN ($1, $2)
        AND (
          NOT "udgift.kommune.region".navn IS NULL
        )
        AND STARTS_WITH(LOWER("udgift.kommune".navn), LOWER($3))
      )
    GROUP BY
      1,
      2
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
  udgift__kommune ASC,
  udgift__aar ASC
LIMIT 10001
