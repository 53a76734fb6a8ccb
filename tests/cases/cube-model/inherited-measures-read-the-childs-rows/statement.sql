SELECT
  reservations__kind AS "reservations.kind",
  CAST(reservations__count AS BIGINT) AS "reservations.count",
  CAST(reservations__fees AS DECIMAL(38, 2)) AS "reservations.fees",
  CAST(reservations__payers AS BIGINT) AS "reservations.payers"
FROM (
  SELECT
    reservations.kind AS reservations__kind,
    COUNT(*) AS reservations__count,
    SUM(reservations.fee) AS reservations__fees,
    COUNT(DISTINCT reservations.reader_id) FILTER(WHERE
      reservations.fee > 0) AS reservations__payers
  FROM demo.main.reservations AS reservations
  GROUP BY
    1
) AS core
ORDER BY
  reservations__kind ASC
LIMIT 10001
