SELECT
  ydelser__id AS "ydelser.id",
  ydelser__da_center AS "ydelser.da_center",
  ydelser__nu_center AS "ydelser.nu_center",
  CAST(ydelse__beloeb AS DECIMAL(38, 2)) AS "ydelser.beloeb"
FROM (
  SELECT
    ydelse.id AS ydelser__id,
    "ydelse.da".center AS ydelser__da_center,
    "ydelse.nu".center AS ydelser__nu_center,
    ydelse.id AS ".key_0",
    ydelse.beloeb AS ydelse__beloeb
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.enhed AS "ydelse.da"
    ON (
      ydelse.enhed = "ydelse.da".id
    )
    AND "ydelse.da".fra <= ydelse.start
    AND (
      "ydelse.da".til IS NULL OR "ydelse.da".til > ydelse.start
    )
  LEFT JOIN demo.main.enhed AS "ydelse.nu"
    ON (
      ydelse.enhed = "ydelse.nu".id
    )
    AND "ydelse.nu".fra <= $1
    AND (
      "ydelse.nu".til IS NULL OR "ydelse.nu".til > $1
    )
  WHERE
    ydelse.art = $2
) AS core
ORDER BY
  ydelser__id ASC,
  ydelser__da_center ASC,
  ydelser__nu_center ASC,
  ".key_0" ASC
LIMIT 10001
