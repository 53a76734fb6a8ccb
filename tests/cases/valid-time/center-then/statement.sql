SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal",
  CAST(ydelse__beloeb AS DECIMAL(38, 2)) AS "ydelser.beloeb"
FROM (
  SELECT
    "ydelse.da".center AS ydelser__da_center,
    COUNT(*) AS ydelse__antal,
    SUM(ydelse.beloeb) AS ydelse__beloeb
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.enhed AS "ydelse.da"
    ON (
      ydelse.enhed = "ydelse.da".id
    )
    AND "ydelse.da".fra <= ydelse.start
    AND (
      "ydelse.da".til IS NULL OR "ydelse.da".til > ydelse.start
    )
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__da_center ASC
LIMIT 10001
