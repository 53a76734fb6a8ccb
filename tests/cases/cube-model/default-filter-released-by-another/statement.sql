SELECT
  CAST(loans__count AS BIGINT) AS "danish.count"
FROM (
  SELECT
    COUNT(*) AS loans__count
  FROM demo.main.loans AS loans
  LEFT JOIN demo.main.readers AS "loans.readers"
    ON loans.reader_id = "loans.readers".id
  WHERE
    (
      "loans.readers".region = $1
      AND (
        COALESCE(loans.kind, 'unknown') IS DISTINCT FROM $2
      )
    )
) AS core
ORDER BY
  loans__count DESC
LIMIT 10001
