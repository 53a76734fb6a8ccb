SELECT
  regnskab__kommune AS "regnskab.kommune",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger"
FROM (
  SELECT
    facts.regnskab__kommune,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
  FROM (
    SELECT
      "regnskab.kommuner".kommune AS regnskab__kommune,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
    FROM demo.main.regnskab AS regnskab
    LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
      ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
    WHERE
      (
        regnskab.aar = $1 AND (
          regnskab.funktion = $2
        )
      )
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".kommune AS regnskab__kommune,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      indbyggere.aar = $1
    GROUP BY
      1
  ) AS indbyggere__folketal
    ON facts.regnskab__kommune IS NOT DISTINCT FROM indbyggere__folketal.regnskab__kommune
) AS core
ORDER BY
  regnskab__kommune ASC
LIMIT 10001
