SELECT
  danish__currency AS "danish.currency",
  CAST(loans__count AS BIGINT) AS "danish.count",
  CAST(loans__fees AS DECIMAL(38, 2)) AS "danish.fees"
FROM (
  SELECT
    loans.currency AS danish__currency,
    COUNT(*) AS loans__count,
    SUM(loans.fee) AS loans__fees
  FROM demo.main.loans AS loans
  WHERE
    (
      loans.currency = $1 AND (
        COALESCE(loans.kind, 'unknown') IS DISTINCT FROM $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  loans__count DESC,
  danish__currency ASC
LIMIT 10001
