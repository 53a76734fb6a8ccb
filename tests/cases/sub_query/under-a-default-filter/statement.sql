SELECT
  danish__readers_loan_count AS "danish.readers_loan_count",
  CAST(loans__count AS BIGINT) AS "danish.count"
FROM (
  SELECT
    "loans.readers.#loan_count".value AS danish__readers_loan_count,
    COUNT(*) AS loans__count
  FROM demo.main.loans AS loans
  LEFT JOIN demo.main.readers AS "loans.readers"
    ON loans.reader_id = "loans.readers".id
  LEFT JOIN (
    SELECT
      key__readers__id,
      CAST(loans__count AS BIGINT) AS value
    FROM (
      SELECT
        facts.key__readers__id,
        COALESCE(loans__count.loans__count, 0) AS loans__count
      FROM (
        SELECT DISTINCT
          readers.id AS key__readers__id
        FROM demo.main.readers AS readers
      ) AS facts
      LEFT JOIN (
        SELECT
          "loans.readers".id AS key__readers__id,
          COUNT(*) AS loans__count
        FROM demo.main.loans AS loans
        LEFT JOIN demo.main.readers AS "loans.readers"
          ON loans.reader_id = "loans.readers".id
        GROUP BY
          1
      ) AS loans__count
        ON facts.key__readers__id IS NOT DISTINCT FROM loans__count.key__readers__id
    ) AS core
  ) AS "loans.readers.#loan_count"
    ON "loans.readers".id = "loans.readers.#loan_count".key__readers__id
  WHERE
    (
      loans.currency = $1 AND (
        COALESCE(loans.kind, 'unknown') IS DISTINCT FROM $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  danish__readers_loan_count ASC
LIMIT 10001
