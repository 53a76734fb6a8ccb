SELECT
  ydelser__lov AS "ydelser.lov",
  CAST(ydelse__antal_ydelser AS BIGINT) AS "ydelser.antal_ydelser",
  CAST(ydelse__antal_borgere AS BIGINT) AS "ydelser.antal_borgere",
  CAST(ydelse__antal_forloeb AS BIGINT) AS "ydelser.antal_forloeb"
FROM (
  SELECT
    ydelse.lov AS ydelser__lov,
    COUNT(*) AS ydelse__antal_ydelser,
    COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere,
    COUNT(DISTINCT ydelse.forloeb_id) AS ydelse__antal_forloeb
  FROM demo.main.ydelse AS ydelse
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__lov ASC
LIMIT 10001
