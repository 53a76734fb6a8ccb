SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(betaling__kr AS BIGINT) AS "betaling.kr"
FROM (
  SELECT
    "betaling.ydelse.da".center AS ydelser__da_center,
    SUM(betaling.kr) AS betaling__kr
  FROM demo.main.betaling AS betaling
  LEFT JOIN demo.main.ydelse AS "betaling.ydelse"
    ON betaling.ydelse = "betaling.ydelse".id
  LEFT JOIN demo.main.enhed AS "betaling.ydelse.da"
    ON (
      "betaling.ydelse".enhed = "betaling.ydelse.da".id
    )
    AND "betaling.ydelse.da".fra <= "betaling.ydelse".start
    AND (
      "betaling.ydelse.da".til IS NULL
      OR "betaling.ydelse.da".til > "betaling.ydelse".start
    )
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__da_center ASC
LIMIT 10001
