SELECT
  danish__readers_city AS "danish.readers_city",
  CAST(loans__count AS BIGINT) AS "danish.count"
FROM (
  SELECT
    "loans.readers".city AS danish__readers_city,
    COUNT(*) AS loans__count
  FROM demo.main.loans AS loans
  LEFT JOIN demo.main.readers AS "loans.readers"
    ON loans.reader_id = "loans.readers".id
  WHERE
    (
      loans.late = $1
      AND (
        loans.currency = $2
      )
      AND (
        COALESCE(loans.kind, 'unknown') IS DISTINCT FROM $3
      )
    )
    AND (
      (
        loans.fee > 0
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  loans__count DESC,
  danish__readers_city ASC
LIMIT 10001
