SELECT
  late_loans__kind AS "late_loans.kind",
  CAST(late_loans__count AS BIGINT) AS "late_loans.count",
  CAST(late_loans__fees AS DECIMAL(38, 2)) AS "late_loans.fees",
  CAST(NEAREST_QUOTIENT(
    CAST(late_loans__late_count AS INT128) * 1000000,
    CAST(late_loans__count AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "late_loans.late_share"
FROM (
  SELECT
    COALESCE(late_loans.kind, 'unknown') AS late_loans__kind,
    COUNT(*) AS late_loans__count,
    SUM(late_loans.fee) AS late_loans__fees,
    COUNT(*) FILTER(WHERE
      late_loans.late) AS late_loans__late_count
  FROM (
    SELECT
      *
    FROM demo.main.loans AS loans
    WHERE
      late
  ) AS late_loans
  GROUP BY
    1
) AS core
ORDER BY
  late_loans__kind ASC
LIMIT 10001
