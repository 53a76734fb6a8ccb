SELECT
  danish__kind AS "danish.kind",
  danish__readers_city AS "danish.readers_city",
  CAST(loans__fees AS DECIMAL(38, 2)) AS "danish.fees",
  CAST(loans__count AS BIGINT) AS "danish.count"
FROM (
  SELECT
    COALESCE(loans.kind, 'unknown') AS danish__kind,
    "loans.readers".city AS danish__readers_city,
    loans.id AS ".key_0",
    loans.fee AS loans__fees,
    1 AS loans__count
  FROM demo.main.loans AS loans
  LEFT JOIN demo.main.readers AS "loans.readers"
    ON loans.reader_id = "loans.readers".id
  WHERE
    (
      loans.currency = $1 AND (
        COALESCE(loans.kind, 'unknown') IS DISTINCT FROM $2
      )
    )
) AS core
ORDER BY
  loans__fees ASC,
  danish__kind ASC,
  danish__readers_city ASC,
  ".key_0" ASC
LIMIT 10001
