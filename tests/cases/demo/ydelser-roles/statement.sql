SELECT
  ydelser__handlekommune_region AS "ydelser.handlekommune_region",
  ydelser__betalingskommune_region AS "ydelser.betalingskommune_region",
  CAST(ydelse__antal_ydelser AS BIGINT) AS "ydelser.antal_ydelser",
  CAST(ydelse__antal_borgere AS BIGINT) AS "ydelser.antal_borgere"
FROM (
  SELECT
    "ydelse.handlekommune".region AS ydelser__handlekommune_region,
    "ydelse.betalingskommune".region AS ydelser__betalingskommune_region,
    COUNT(*) AS ydelse__antal_ydelser,
    COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.kommuner AS "ydelse.betalingskommune"
    ON ydelse.betalingskommune = "ydelse.betalingskommune".kommunekode
  LEFT JOIN demo.main.kommuner AS "ydelse.handlekommune"
    ON ydelse.handlekommune = "ydelse.handlekommune".kommunekode
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ydelser__handlekommune_region ASC,
  ydelser__betalingskommune_region ASC
LIMIT 10001
