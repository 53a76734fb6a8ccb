SELECT
  loans__kind AS "loans.kind",
  CAST(NEAREST_QUOTIENT((
    100 * CAST(loans__late_count AS INT128)
  ) * 100, CAST(loans__count AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "loans.fees_shown"
FROM (
  SELECT
    COALESCE(loans.kind, 'unknown') AS loans__kind,
    COUNT(*) FILTER(WHERE
      loans.late) AS loans__late_count,
    COUNT(*) AS loans__count
  FROM demo.main.loans AS loans
  GROUP BY
    1
) AS core
ORDER BY
  loans__kind ASC
LIMIT 10001
