SELECT
  ydelser__ansvarlig_da_center AS "ydelser.ansvarlig_da_center",
  ydelser__ansvarlig_nu_center AS "ydelser.ansvarlig_nu_center",
  CAST(ydelse__antal_ydelser AS BIGINT) AS "ydelser.antal_ydelser",
  CAST(ydelse__antal_borgere AS BIGINT) AS "ydelser.antal_borgere"
FROM (
  SELECT
    "ydelse.ansvarlig_da".center AS ydelser__ansvarlig_da_center,
    "ydelse.ansvarlig_nu".center AS ydelser__ansvarlig_nu_center,
    COUNT(*) AS ydelse__antal_ydelser,
    COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.organisation AS "ydelse.ansvarlig_da"
    ON (
      ydelse.enhed = "ydelse.ansvarlig_da".enhed_id
    )
    AND "ydelse.ansvarlig_da".gyldig_fra <= ydelse.start
    AND (
      "ydelse.ansvarlig_da".gyldig_til IS NULL
      OR "ydelse.ansvarlig_da".gyldig_til > ydelse.start
    )
  LEFT JOIN demo.main.organisation AS "ydelse.ansvarlig_nu"
    ON (
      ydelse.enhed = "ydelse.ansvarlig_nu".enhed_id
    )
    AND "ydelse.ansvarlig_nu".gyldig_fra <= $1
    AND (
      "ydelse.ansvarlig_nu".gyldig_til IS NULL OR "ydelse.ansvarlig_nu".gyldig_til > $1
    )
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ydelser__ansvarlig_da_center ASC,
  ydelser__ansvarlig_nu_center ASC
LIMIT 10001
