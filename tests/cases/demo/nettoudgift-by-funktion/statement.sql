SELECT
  regnskab__funktion AS "regnskab.funktion",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger"
FROM (
  SELECT
    facts.regnskab__funktion,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
  FROM (
    SELECT
      regnskab.funktion AS regnskab__funktion,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
    FROM demo.main.regnskab AS regnskab
    WHERE
      regnskab.aar = $1
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    WHERE
      indbyggere.aar = $1
  ) AS indbyggere__folketal
) AS core
ORDER BY
  regnskab__funktion ASC
LIMIT 10001
