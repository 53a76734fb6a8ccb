SELECT
  regnskab__aar AS "regnskab.aar",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger_landet * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger_landet AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger_landet"
FROM (
  SELECT
    facts.regnskab__aar,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal,
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger_landet.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger_landet AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger_landet,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger_landet.indbyggere__folketal__in__regnskab__udgift_pr_indbygger_landet AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger_landet
  FROM (
    SELECT
      regnskab.aar AS regnskab__aar,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
    FROM demo.main.regnskab AS regnskab
    LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
      ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
    WHERE
      (
        "regnskab.kommuner".kommune = $1
        AND (
          regnskab.funktion = $2
        )
        AND regnskab.aar IN ($3, $4)
      )
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      indbyggere.aar AS regnskab__aar,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      (
        "indbyggere.kommuner".kommune = $1 AND indbyggere.aar IN ($3, $4)
      )
    GROUP BY
      1
  ) AS indbyggere__folketal
    ON facts.regnskab__aar IS NOT DISTINCT FROM indbyggere__folketal.regnskab__aar
  LEFT JOIN (
    SELECT
      regnskab.aar AS regnskab__aar,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger_landet
    FROM demo.main.regnskab AS regnskab
    WHERE
      (
        regnskab.funktion = $2 AND regnskab.aar IN ($3, $4)
      )
    GROUP BY
      1
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger_landet
    ON facts.regnskab__aar IS NOT DISTINCT FROM regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger_landet.regnskab__aar
  LEFT JOIN (
    SELECT
      indbyggere.aar AS regnskab__aar,
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger_landet
    FROM demo.main.indbyggere AS indbyggere
    WHERE
      indbyggere.aar IN ($3, $4)
    GROUP BY
      1
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger_landet
    ON facts.regnskab__aar IS NOT DISTINCT FROM indbyggere__folketal__in__regnskab__udgift_pr_indbygger_landet.regnskab__aar
) AS core
ORDER BY
  regnskab__aar ASC
LIMIT 10001
