SELECT
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb"
FROM (
  SELECT
    facts.udgift__beloeb AS udgift__beloeb,
    folk__personer.folk__personer AS folk__personer
  FROM (
    SELECT
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.funktion = $1 AND (
          udgift.aar = $2
        )
      )
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(folk.personer) AS folk__personer
    FROM demo.main.folk AS folk
    WHERE
      folk.aar = $2
  ) AS folk__personer
) AS core
ORDER BY
  CAST(CAST(udgift__beloeb * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(folk__personer AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
