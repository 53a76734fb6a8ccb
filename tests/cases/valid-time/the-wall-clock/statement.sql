SELECT
  ydelser__vaegur_center AS "ydelser.vaegur_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    "ydelse.vaegur".center AS ydelser__vaegur_center,
    COUNT(*) AS ydelse__antal
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.enhed AS "ydelse.nu"
    ON (
      ydelse.enhed = "ydelse.nu".id
    )
    AND "ydelse.nu".fra <= $1
    AND (
      "ydelse.nu".til IS NULL OR "ydelse.nu".til > $1
    )
  LEFT JOIN demo.main.enhed AS "ydelse.vaegur"
    ON (
      ydelse.enhed = "ydelse.vaegur".id
    )
    AND "ydelse.vaegur".fra <= CAST(DATE_TRUNC('DAY', ydelse.lokal) AS DATE)
    AND (
      "ydelse.vaegur".til IS NULL
      OR "ydelse.vaegur".til > CAST(DATE_TRUNC('DAY', ydelse.lokal) AS DATE)
    )
  WHERE
    "ydelse.nu".center = $2
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__vaegur_center ASC
LIMIT 10001
