SELECT
  danish__currency AS "danish.currency",
  CAST(loans__count AS BIGINT) AS "danish.count"
FROM (
  SELECT
    loans.currency AS danish__currency,
    COUNT(*) AS loans__count
  FROM demo.main.loans AS loans
  WHERE
    (
      NOT loans.currency IS NULL
      AND (
        COALESCE(loans.kind, 'unknown') IS DISTINCT FROM $1
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  danish__currency ASC
LIMIT 10001
