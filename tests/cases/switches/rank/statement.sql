SELECT
  loans__shown_in AS "loans.shown_in",
  loans__kind AS "loans.kind",
  CAST(loans__shown_rank__place AS BIGINT) AS "loans.shown_rank"
FROM (
  SELECT
    *,
    CASE
      WHEN NOT (
        CAST(CASE
          WHEN loans__shown_in = 'EUR'
          THEN CAST(loans__fees * 100 AS INT128)
          WHEN loans__shown_in = 'rate'
          THEN (
            100 * CAST(loans__late_count AS INT128)
          ) * 100
          ELSE CAST(loans__fees * 100 AS INT128)
        END AS DOUBLE) / CAST(NULLIF(
          CASE
            WHEN loans__shown_in = 'EUR'
            THEN 75
            WHEN loans__shown_in = 'rate'
            THEN CAST(loans__count AS INT128) * 10
            ELSE 10
          END,
          0
        ) AS DOUBLE)
      ) IS NULL
      THEN RANK() OVER (
        PARTITION BY loans__shown_in
        ORDER BY CAST(CASE
          WHEN loans__shown_in = 'EUR'
          THEN CAST(loans__fees * 100 AS INT128)
          WHEN loans__shown_in = 'rate'
          THEN (
            100 * CAST(loans__late_count AS INT128)
          ) * 100
          ELSE CAST(loans__fees * 100 AS INT128)
        END AS DOUBLE) / CAST(NULLIF(
          CASE
            WHEN loans__shown_in = 'EUR'
            THEN 75
            WHEN loans__shown_in = 'rate'
            THEN CAST(loans__count AS INT128) * 10
            ELSE 10
          END,
          0
        ) AS DOUBLE) DESC
      )
    END AS loans__shown_rank__place
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
  ) AS cells
) AS core
ORDER BY
  CASE loans__shown_in WHEN 'DKK' THEN 0 WHEN 'EUR' THEN 1 WHEN 'rate' THEN 2 END ASC,
  loans__shown_in ASC,
  loans__kind ASC
LIMIT 10001
