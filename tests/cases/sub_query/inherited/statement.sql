SELECT
  late_loans__fee AS "late_loans.fee",
  late_loans__loans_of_the_reader AS "late_loans.loans_of_the_reader"
FROM (
  SELECT DISTINCT
    late_loans.fee AS late_loans__fee,
    "late_loans.#loans_of_the_reader".value AS late_loans__loans_of_the_reader
  FROM (
    SELECT
      *
    FROM demo.main.loans AS loans
    WHERE
      late
  ) AS late_loans
  LEFT JOIN (
    SELECT
      key__late_loans__id,
      CAST(readers__all_loans AS BIGINT) AS value
    FROM (
      SELECT
        facts.key__late_loans__id,
        readers__all_loans.readers__all_loans AS readers__all_loans
      FROM (
        SELECT DISTINCT
          late_loans.id AS key__late_loans__id
        FROM (
          SELECT
            *
          FROM demo.main.loans AS loans
          WHERE
            late
        ) AS late_loans
      ) AS facts
      LEFT JOIN (
        SELECT
          once.key__late_loans__id,
          SUM("readers.#loan_count".value) AS readers__all_loans
        FROM demo.main.readers AS readers
        INNER JOIN (
          SELECT DISTINCT
            "readers.<late_loans.readers".id AS key__late_loans__id,
            readers.id AS readers__key_0
          FROM demo.main.readers AS readers
          LEFT JOIN (
            SELECT
              *
            FROM demo.main.loans AS loans
            WHERE
              late
          ) AS "readers.<late_loans.readers"
            ON "readers.<late_loans.readers".reader_id = readers.id
        ) AS once
          ON once.readers__key_0 = readers.id
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
        ) AS "readers.#loan_count"
          ON readers.id = "readers.#loan_count".key__readers__id
        GROUP BY
          1
      ) AS readers__all_loans
        ON facts.key__late_loans__id IS NOT DISTINCT FROM readers__all_loans.key__late_loans__id
    ) AS core
  ) AS "late_loans.#loans_of_the_reader"
    ON late_loans.id = "late_loans.#loans_of_the_reader".key__late_loans__id
) AS core
ORDER BY
  late_loans__fee ASC,
  late_loans__loans_of_the_reader ASC
LIMIT 10001
