SELECT
  ydelser__nu_center AS "ydelser.nu_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal",
  CAST(ydelse__beloeb AS DECIMAL(38, 2)) AS "ydelser.beloeb"
FROM (
  SELECT
    "ydelse.nu".center AS ydelser__nu_center,
    COUNT(*) AS ydelse__antal,
    SUM(ydelse.beloeb) AS ydelse__beloeb
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.enhed AS "ydelse.nu"
    ON (
      ydelse.enhed = "ydelse.nu".id
    )
    AND "ydelse.nu".fra <= $1
    AND (
      "ydelse.nu".til IS NULL OR "ydelse.nu".til > $1
    )
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__nu_center ASC
LIMIT 10001
