SELECT
  readers__city AS "readers.city",
  CAST(loans__count AS BIGINT) AS "loans.count",
  CAST(loans__late_count AS BIGINT) AS "loans.late_count",
  CAST(reservations__count AS BIGINT) AS "reservations.count"
FROM (
  SELECT
    facts.readers__city,
    COALESCE(MAX(facts.loans__count), 0) AS loans__count,
    COALESCE(MAX(facts.loans__late_count), 0) AS loans__late_count,
    COALESCE(MAX(facts.reservations__count), 0) AS reservations__count
  FROM (
    SELECT
      readers__city,
      loans__count,
      loans__late_count,
      NULL AS reservations__count
    FROM (
      SELECT
        "loans.readers".city AS readers__city,
        COUNT(*) AS loans__count,
        COUNT(*) FILTER(WHERE
          loans.late) AS loans__late_count
      FROM demo.main.loans AS loans
      LEFT JOIN demo.main.readers AS "loans.readers"
        ON loans.reader_id = "loans.readers".id
      GROUP BY
        1
    ) AS loans__count
    UNION ALL
    SELECT
      readers__city,
      NULL AS loans__count,
      NULL AS loans__late_count,
      reservations__count
    FROM (
      SELECT
        "reservations.readers".city AS readers__city,
        COUNT(*) AS reservations__count
      FROM demo.main.reservations AS reservations
      LEFT JOIN demo.main.readers AS "reservations.readers"
        ON reservations.reader_id = "reservations.readers".id
      GROUP BY
        1
    ) AS reservations__count
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  readers__city ASC
LIMIT 10001
