SELECT
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
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
  WHERE
    "ydelse.da".center IS DISTINCT FROM $1
) AS core
ORDER BY
  ydelse__antal DESC
LIMIT 10001
