SELECT
  ydelser__flyttet AS "ydelser.flyttet",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal",
  CAST(ydelse__i_center_a AS BIGINT) AS "ydelser.i_center_a"
FROM (
  SELECT
    (
      "ydelse.da".center <> "ydelse.nu".center
    ) AS ydelser__flyttet,
    COUNT(*) AS ydelse__antal,
    COUNT(*) FILTER(WHERE
      "ydelse.da".center = 'A') AS ydelse__i_center_a
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
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__flyttet ASC
LIMIT 10001
