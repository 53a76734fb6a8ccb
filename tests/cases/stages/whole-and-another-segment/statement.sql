SELECT
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb"
FROM (
  SELECT
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    SELECT
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      udgift.kommune = $1 AND (
        (
          udgift.art = 'løn'
        )
      )
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      (
        (
          udgift.art = 'løn'
        )
      )
  ) AS udgift__beloeb__in__udgift__landets_beloeb
) AS core
ORDER BY
  udgift__beloeb DESC
LIMIT 10001
