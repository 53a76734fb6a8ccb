WITH ".top" AS MATERIALIZED (
  SELECT
    ydelser__nu_center,
    TRUE AS met
  FROM (
    SELECT
      "ydelse.nu".center AS ydelser__nu_center,
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
    GROUP BY
      1
  ) AS core
  ORDER BY
    ydelse__antal DESC,
    ydelser__nu_center ASC
  LIMIT 1
)
SELECT
  ydelser__nu_center AS "ydelser.nu_center",
  ydelser__nu_center__rest AS "ydelser.nu_center__rest",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    CASE WHEN ".top".met THEN "ydelse.nu".center END AS ydelser__nu_center,
    ".top".met IS NULL AS ydelser__nu_center__rest,
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
  LEFT JOIN ".top"
    ON ".top".ydelser__nu_center IS NOT DISTINCT FROM "ydelse.nu".center
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ydelser__nu_center__rest ASC,
  ydelser__nu_center ASC
LIMIT 10001
