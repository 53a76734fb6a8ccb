SELECT
  readers__name AS "readers.name",
  readers__visit_count AS "readers.visit_count"
FROM (
  SELECT DISTINCT
    readers.name AS readers__name,
    "readers.#visit_count".value AS readers__visit_count
  FROM demo.main.readers AS readers
  LEFT JOIN (
    SELECT
      key__readers__id,
      CAST(NEAREST_QUOTIENT(CAST(loans__count AS INT128) + CAST(reservations__count AS INT128), 1) AS DECIMAL(38, 0)) AS value
    FROM (
      SELECT
        facts.key__readers__id,
        COALESCE(loans__count.loans__count, 0) AS loans__count,
        COALESCE(reservations__count.reservations__count, 0) AS reservations__count
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
      LEFT JOIN (
        SELECT
          "reservations.readers".id AS key__readers__id,
          COUNT(*) AS reservations__count
        FROM demo.main.reservations AS reservations
        LEFT JOIN demo.main.readers AS "reservations.readers"
          ON reservations.reader_id = "reservations.readers".id
        GROUP BY
          1
      ) AS reservations__count
        ON facts.key__readers__id IS NOT DISTINCT FROM reservations__count.key__readers__id
    ) AS core
  ) AS "readers.#visit_count"
    ON readers.id = "readers.#visit_count".key__readers__id
) AS core
ORDER BY
  readers__name ASC,
  readers__visit_count ASC
LIMIT 10001
