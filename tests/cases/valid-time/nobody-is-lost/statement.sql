SELECT
  ydelser__nu_center AS "ydelser.nu_center",
  CAST(ydelser__nu_center__subtotal AS BOOLEAN) AS "ydelser.nu_center__subtotal",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal",
  CAST(ydelse__beloeb AS DECIMAL(38, 2)) AS "ydelser.beloeb",
  CAST(ydelse__forloeb AS BIGINT) AS "ydelser.forloeb"
FROM (
  SELECT
    "ydelse.nu".center AS ydelser__nu_center,
    GROUPING("ydelse.nu".center) AS ydelser__nu_center__subtotal,
    COUNT(*) AS ydelse__antal,
    SUM(ydelse.beloeb) AS ydelse__beloeb,
    COUNT(DISTINCT ydelse.forloeb) AS ydelse__forloeb
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
    GROUPING SETS (
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  ydelser__nu_center__subtotal ASC,
  ydelser__nu_center ASC
LIMIT 10001
