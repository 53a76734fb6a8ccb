SELECT
  ydelser__handlekommune_region AS "ydelser.handlekommune_region",
  CAST(borger__antal_borgere AS BIGINT) AS "borger.antal_borgere"
FROM (
  SELECT
    once.ydelser__handlekommune_region,
    COUNT(*) AS borger__antal_borgere
  FROM demo.main.borger AS borger
  INNER JOIN (
    SELECT DISTINCT
      "borger.<ydelse.borger.handlekommune".region AS ydelser__handlekommune_region,
      borger.borger_id AS borger__key_0
    FROM demo.main.borger AS borger
    LEFT JOIN demo.main.ydelse AS "borger.<ydelse.borger"
      ON "borger.<ydelse.borger".borger_id = borger.borger_id
    LEFT JOIN demo.main.kommuner AS "borger.<ydelse.borger.handlekommune"
      ON "borger.<ydelse.borger".handlekommune = "borger.<ydelse.borger.handlekommune".kommunekode
  ) AS once
    ON once.borger__key_0 = borger.borger_id
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__handlekommune_region ASC
LIMIT 10001
