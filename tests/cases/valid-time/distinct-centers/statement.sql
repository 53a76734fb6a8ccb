SELECT
  CAST("ydelse__da.center__count_distinct" AS BIGINT) AS "ydelser.da_center__count_distinct",
  CAST("ydelse__nu.center__count_distinct" AS BIGINT) AS "ydelser.nu_center__count_distinct",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    COUNT(DISTINCT "ydelse.da".center) AS "ydelse__da.center__count_distinct",
    COUNT(DISTINCT "ydelse.nu".center) AS "ydelse__nu.center__count_distinct",
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
) AS core
ORDER BY
  "ydelse__da.center__count_distinct" DESC
LIMIT 10001
