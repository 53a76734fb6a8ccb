SELECT
  CAST(loans__kind__count_distinct AS BIGINT) AS "danish.kind__count_distinct",
  CAST("loans__readers.city__count_distinct" AS BIGINT) AS "danish.readers_city__count_distinct"
FROM (
  SELECT
    COUNT(DISTINCT COALESCE(loans.kind, 'unknown')) AS loans__kind__count_distinct,
    COUNT(DISTINCT "loans.readers".city) AS "loans__readers.city__count_distinct"
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
  loans__kind__count_distinct DESC
LIMIT 10001
