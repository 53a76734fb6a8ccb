SELECT
  loans__kind AS "loans.kind",
  loans__shown_in AS "loans.shown_in",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN loans__shown_in = 'EUR'
      THEN CAST(loans__fees * 100 AS INT128)
      WHEN loans__shown_in = 'rate'
      THEN (
        100 * CAST(loans__late_count AS INT128)
      ) * 100
      ELSE CAST(loans__fees * 100 AS INT128)
    END * 10,
    CASE
      WHEN loans__shown_in = 'EUR'
      THEN 75
      WHEN loans__shown_in = 'rate'
      THEN CAST(loans__count AS INT128) * 10
      ELSE 10
    END
  ) AS DECIMAL(38, 0)) * 0.01 AS "loans.fees_shown",
  CASE
    WHEN (
      CASE
        WHEN (
          NOT CASE
            WHEN loans__shown_in = 'EUR'
            THEN CAST(loans__fees * 100 AS INT128)
            WHEN loans__shown_in = 'rate'
            THEN (
              100 * CAST(loans__late_count AS INT128)
            ) * 100
            ELSE CAST(loans__fees * 100 AS INT128)
          END IS NULL
          AND COALESCE(
            CASE
              WHEN loans__shown_in = 'EUR'
              THEN 75
              WHEN loans__shown_in = 'rate'
              THEN CAST(loans__count AS INT128) * 10
              ELSE 10
            END,
            0
          ) <> 0
        )
        THEN TRUE
      END
    ) IS NULL
    AND (
      7.5 = 0 AND NOT loans__fees IS NULL
    )
    THEN 'nul_naevner'
    WHEN (
      CASE
        WHEN (
          NOT CASE
            WHEN loans__shown_in = 'EUR'
            THEN CAST(loans__fees * 100 AS INT128)
            WHEN loans__shown_in = 'rate'
            THEN (
              100 * CAST(loans__late_count AS INT128)
            ) * 100
            ELSE CAST(loans__fees * 100 AS INT128)
          END IS NULL
          AND COALESCE(
            CASE
              WHEN loans__shown_in = 'EUR'
              THEN 75
              WHEN loans__shown_in = 'rate'
              THEN CAST(loans__count AS INT128) * 10
              ELSE 10
            END,
            0
          ) <> 0
        )
        THEN TRUE
      END
    ) IS NULL
    AND (
      loans__count = 0 AND NOT (
        100.0 * loans__late_count
      ) IS NULL
    )
    THEN 'nul_naevner'
    WHEN (
      CASE
        WHEN (
          NOT CASE
            WHEN loans__shown_in = 'EUR'
            THEN CAST(loans__fees * 100 AS INT128)
            WHEN loans__shown_in = 'rate'
            THEN (
              100 * CAST(loans__late_count AS INT128)
            ) * 100
            ELSE CAST(loans__fees * 100 AS INT128)
          END IS NULL
          AND COALESCE(
            CASE
              WHEN loans__shown_in = 'EUR'
              THEN 75
              WHEN loans__shown_in = 'rate'
              THEN CAST(loans__count AS INT128) * 10
              ELSE 10
            END,
            0
          ) <> 0
        )
        THEN TRUE
      END
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "loans.fees_shown__status",
  CAST(loans__fees AS DECIMAL(38, 2)) AS "loans.fees"
FROM (
  SELECT
    *
  FROM (
    SELECT
      COALESCE(loans.kind, 'unknown') AS loans__kind,
      SUM(loans.fee) AS loans__fees,
      COUNT(*) FILTER(WHERE
        loans.late) AS loans__late_count,
      COUNT(*) AS loans__count
    FROM demo.main.loans AS loans
    GROUP BY
      1
  ) AS cells
  CROSS JOIN (VALUES
    (CAST('DKK' AS TEXT)),
    (CAST('EUR' AS TEXT)),
    (CAST('rate' AS TEXT))) AS loans__shown_in__of(loans__shown_in)
) AS core
ORDER BY
  loans__kind ASC,
  CASE loans__shown_in WHEN 'DKK' THEN 0 WHEN 'EUR' THEN 1 WHEN 'rate' THEN 2 END ASC,
  loans__shown_in ASC
LIMIT 10001
