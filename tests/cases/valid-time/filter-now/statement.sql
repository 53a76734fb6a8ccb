SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    "ydelse.da".center AS ydelser__da_center,
    COUNT(*) AS ydelse__antal
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
    "ydelse.nu".center = $2
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__da_center ASC
LIMIT 10001
