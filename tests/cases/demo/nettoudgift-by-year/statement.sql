SELECT
  regnskab__aar AS "regnskab.aar",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger"
FROM (
  SELECT
    facts.regnskab__aar,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
  FROM (
    SELECT
      regnskab.aar AS regnskab__aar,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
    FROM demo.main.regnskab AS regnskab
    WHERE
      regnskab.funktion = $1
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      indbyggere.aar AS regnskab__aar,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    GROUP BY
      1
  ) AS indbyggere__folketal
    ON facts.regnskab__aar IS NOT DISTINCT FROM indbyggere__folketal.regnskab__aar
) AS core
ORDER BY
  regnskab__aar ASC
LIMIT 10001
