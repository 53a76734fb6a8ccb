SELECT
  loans__city AS "loans.city",
  CAST(loans__count AS BIGINT) AS "loans.count",
  CAST(loans__fees AS DECIMAL(38, 2)) AS "loans.fees"
FROM (
  SELECT
    "loans.readers".city AS loans__city,
    COUNT(*) AS loans__count,
    SUM(loans.fee) AS loans__fees
  FROM demo.main.loans AS loans
  LEFT JOIN demo.main.readers AS "loans.readers"
    ON loans.reader_id = "loans.readers".id
  WHERE
    (
      (
        loans.fee > 0
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  loans__city ASC
LIMIT 10001
