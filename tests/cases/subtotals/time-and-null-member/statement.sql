SELECT
  ydelse__enhed AS "ydelse.enhed",
  CAST(ydelse__enhed__subtotal AS BOOLEAN) AS "ydelse.enhed__subtotal",
  ydelse__start__year AS "ydelse.start.year",
  CAST(ydelse__start__year__subtotal AS BOOLEAN) AS "ydelse.start.year__subtotal",
  CAST(ydelse__antal_ydelser AS BIGINT) AS "ydelse.antal_ydelser"
FROM (
  SELECT
    ydelse.enhed AS ydelse__enhed,
    CAST(DATE_TRUNC('YEAR', ydelse.start) AS DATE) AS ydelse__start__year,
    GROUPING(ydelse.enhed) AS ydelse__enhed__subtotal,
    GROUPING(CAST(DATE_TRUNC('YEAR', ydelse.start) AS DATE)) AS ydelse__start__year__subtotal,
    COUNT(*) AS ydelse__antal_ydelser
  FROM demo.main.ydelse AS ydelse
  GROUP BY
    GROUPING SETS (
      (1, 2),
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  ydelse__start__year__subtotal ASC,
  ydelse__start__year ASC,
  ydelse__enhed__subtotal ASC,
  ydelse__enhed ASC
LIMIT 10001
