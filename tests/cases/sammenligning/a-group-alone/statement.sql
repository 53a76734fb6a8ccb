SELECT
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__seks_by * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__seks_by AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__seks_by",
  CAST(kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__seks_by_medlemmer AS BIGINT) AS "regnskab.udgift_pr_indbygger__seks_by_medlemmer"
FROM (
  SELECT
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__seks_by.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__seks_by AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__seks_by,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger__seks_by.indbyggere__folketal__in__regnskab__udgift_pr_indbygger__seks_by AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__seks_by,
    COALESCE(
      kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__seks_by_medlemmer.kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__seks_by_medlemmer,
      0
    ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__seks_by_medlemmer
  FROM (
    SELECT
      COUNT(*) AS listed
    FROM demo.main.regnskab AS regnskab
    WHERE
      (
        regnskab.aar = $1 AND (
          regnskab.funktion = $2
        )
      )
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__seks_by
    FROM demo.main.regnskab AS regnskab
    WHERE
      (
        regnskab.aar = $1
        AND (
          regnskab.funktion = $2
        )
        AND regnskab.kommunekode IN ($3, $4, $5, $6, $7, $8)
      )
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__seks_by
  CROSS JOIN (
    SELECT
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__seks_by
    FROM demo.main.indbyggere AS indbyggere
    WHERE
      (
        indbyggere.aar = $1 AND indbyggere.kommunekode IN ($3, $4, $5, $6, $7, $8)
      )
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__seks_by
  CROSS JOIN (
    SELECT
      COUNT(*) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__seks_by_medlemmer
    FROM demo.main.kommuner AS kommuner
    WHERE
      kommuner.kommunekode IN ($3, $4, $5, $6, $7, $8)
  ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__seks_by_medlemmer
) AS core
ORDER BY
  CAST(CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__seks_by * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__seks_by AS INT128),
    0
  ) AS DOUBLE) DESC
LIMIT 10001
