SELECT
  ydelser__enten_center AS "ydelser.enten_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    "ydelse.enten".center AS ydelser__enten_center,
    COUNT(*) AS ydelse__antal
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.enhed AS "ydelse.enten"
    ON (
      ydelse.enhed = "ydelse.enten".id OR ydelse.enhed = "ydelse.enten".navn
    )
    AND "ydelse.enten".fra <= ydelse.start
    AND (
      "ydelse.enten".til IS NULL OR "ydelse.enten".til > ydelse.start
    )
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__enten_center ASC
LIMIT 10001
