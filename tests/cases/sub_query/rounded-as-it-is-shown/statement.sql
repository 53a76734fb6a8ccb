SELECT
  readers__name AS "readers.name",
  readers__mean_fee AS "readers.mean_fee"
FROM (
  SELECT DISTINCT
    readers.name AS readers__name,
    "readers.#mean_fee".value AS readers__mean_fee
  FROM demo.main.readers AS readers
  LEFT JOIN (
    SELECT
      key__readers__id,
      CAST(NEAREST_QUOTIENT(CAST(loans__mean_fee__0 * 100 AS INT128), CAST(loans__mean_fee__1 AS INT128) * 100) AS DECIMAL(38, 0)) AS value
    FROM (
      SELECT
        facts.key__readers__id,
        loans__mean_fee__0.loans__mean_fee__0 AS loans__mean_fee__0,
        COALESCE(loans__mean_fee__0.loans__mean_fee__1, 0) AS loans__mean_fee__1
      FROM (
        SELECT DISTINCT
          readers.id AS key__readers__id
        FROM demo.main.readers AS readers
      ) AS facts
      LEFT JOIN (
        SELECT
          "loans.readers".id AS key__readers__id,
          SUM(loans.fee) AS loans__mean_fee__0,
          COUNT(loans.fee) AS loans__mean_fee__1
        FROM demo.main.loans AS loans
        LEFT JOIN demo.main.readers AS "loans.readers"
          ON loans.reader_id = "loans.readers".id
        GROUP BY
          1
      ) AS loans__mean_fee__0
        ON facts.key__readers__id IS NOT DISTINCT FROM loans__mean_fee__0.key__readers__id
    ) AS core
  ) AS "readers.#mean_fee"
    ON readers.id = "readers.#mean_fee".key__readers__id
  WHERE
    "readers.#mean_fee".value IN ($1, $2)
) AS core
ORDER BY
  readers__name ASC,
  readers__mean_fee ASC
LIMIT 10001
