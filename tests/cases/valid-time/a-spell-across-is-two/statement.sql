SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(ydelser__da_center__subtotal AS BOOLEAN) AS "ydelser.da_center__subtotal",
  CAST(ydelse__forloeb AS BIGINT) AS "ydelser.forloeb",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    "ydelse.da".center AS ydelser__da_center,
    GROUPING("ydelse.da".center) AS ydelser__da_center__subtotal,
    COUNT(DISTINCT ydelse.forloeb) AS ydelse__forloeb,
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
    (
      ydelse.art = $1 AND (
        "ydelse.da".navn = $2
      )
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
  ydelser__da_center__subtotal ASC,
  ydelser__da_center ASC
LIMIT 10001
