SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(ydelser__da_center__subtotal AS BOOLEAN) AS "ydelser.da_center__subtotal",
  ydelser__da_navn AS "ydelser.da_navn",
  CAST(ydelser__da_navn__subtotal AS BOOLEAN) AS "ydelser.da_navn__subtotal",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    "ydelse.da".center AS ydelser__da_center,
    "ydelse.da".navn AS ydelser__da_navn,
    GROUPING("ydelse.da".center) AS ydelser__da_center__subtotal,
    GROUPING("ydelse.da".navn) AS ydelser__da_navn__subtotal,
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
  GROUP BY
    GROUPING SETS (
      (1, 2),
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  ydelse__antal DESC,
  ydelser__da_center__subtotal ASC,
  ydelser__da_center ASC,
  ydelser__da_navn__subtotal ASC,
  ydelser__da_navn ASC
LIMIT 10001
