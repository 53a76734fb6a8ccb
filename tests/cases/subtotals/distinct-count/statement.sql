SELECT
  ydelse__paragraf AS "ydelse.paragraf",
  CAST(ydelse__paragraf__subtotal AS BOOLEAN) AS "ydelse.paragraf__subtotal",
  CAST(ydelse__antal_borgere AS BIGINT) AS "ydelse.antal_borgere"
FROM (
  SELECT
    ydelse.paragraf AS ydelse__paragraf,
    GROUPING(ydelse.paragraf) AS ydelse__paragraf__subtotal,
    COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere
  FROM demo.main.ydelse AS ydelse
  GROUP BY
    GROUPING SETS (
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  ydelse__paragraf__subtotal ASC,
  ydelse__paragraf ASC
LIMIT 10001
