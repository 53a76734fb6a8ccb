SELECT
  ydelser__borger_koen AS "ydelser.borger_koen",
  CAST(ydelse__antal_ydelser AS BIGINT) AS "ydelser.antal_ydelser"
FROM (
  SELECT
    "ydelse.borger".koen AS ydelser__borger_koen,
    COUNT(*) AS ydelse__antal_ydelser
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.borger AS "ydelse.borger"
    ON ydelse.borger_id = "ydelse.borger".borger_id
  WHERE
    (
      (
        ydelse.betalingskommune <> ydelse.handlekommune
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__borger_koen ASC
LIMIT 10001
