SELECT
  danish__kind AS "danish.kind"
FROM (
  SELECT DISTINCT
    COALESCE(loans.kind, 'unknown') AS danish__kind
  FROM demo.main.loans AS loans
  WHERE
    (
      loans.currency = $1 AND (
        COALESCE(loans.kind, 'unknown') IS DISTINCT FROM $2
      )
    )
) AS core
ORDER BY
  danish__kind ASC
LIMIT 10001
