SELECT
  loans__fee_class AS "loans.fee_class",
  CAST(loans__count AS BIGINT) AS "loans.count",
  CAST(loans__fees AS DECIMAL(38, 2)) AS "loans.fees"
FROM (
  SELECT
    (
      CASE
        WHEN (
          loans.fee < 0
        )
        THEN 'paid back'
        WHEN (
          loans.fee = 0
        )
        THEN 'free'
        WHEN (
          loans.fee > 0 AND "loans.readers".age < 18
        )
        THEN (
          'child of ' || "loans.readers".region
        )
        WHEN (
          loans.fee > 0
        )
        THEN 'it''s paid'
      END
    ) AS loans__fee_class,
    COUNT(*) AS loans__count,
    SUM(loans.fee) AS loans__fees
  FROM demo.main.loans AS loans
  LEFT JOIN demo.main.readers AS "loans.readers"
    ON loans.reader_id = "loans.readers".id
  GROUP BY
    1
) AS core
ORDER BY
  loans__fee_class ASC
LIMIT 10001
