SELECT
  CAST(loans__count AS BIGINT) AS "danish.count"
FROM (
  SELECT
    COUNT(*) AS loans__count
  FROM demo.main.loans AS loans
  WHERE
    (
      loans.made_at >= $1 AND (
        loans.made_at < $2
      ) AND (
        loans.currency = $3
      )
    )
) AS core
ORDER BY
  loans__count DESC
LIMIT 10001
