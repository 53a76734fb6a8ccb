SELECT
  ydelser__ansvarlig_nu_enhed AS "ydelser.ansvarlig_nu_enhed",
  ydelser__ansvarlig_efter_enhed AS "ydelser.ansvarlig_efter_enhed",
  CAST(ydelse__antal_ydelser AS DECIMAL(38, 2)) AS "ydelser.antal_ydelser"
FROM (
  SELECT
    "ydelse.ansvarlig_nu".enhed AS ydelser__ansvarlig_nu_enhed,
    "ydelse.ansvarlig_efter".enhed AS ydelser__ansvarlig_efter_enhed,
    CAST(COALESCE(SUM(COALESCE("ydelse.ansvarlig_efter".andel, 1)), 0) AS DECIMAL(38, 2)) AS ydelse__antal_ydelser
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.organisation_efter AS "ydelse.ansvarlig_efter"
    ON (
      ydelse.enhed = "ydelse.ansvarlig_efter".fra_enhed
    )
    AND "ydelse.ansvarlig_efter".gyldig_fra <= $1
    AND (
      "ydelse.ansvarlig_efter".gyldig_til IS NULL
      OR "ydelse.ansvarlig_efter".gyldig_til > $1
    )
  LEFT JOIN demo.main.organisation AS "ydelse.ansvarlig_nu"
    ON (
      ydelse.enhed = "ydelse.ansvarlig_nu".enhed_id
    )
    AND "ydelse.ansvarlig_nu".gyldig_fra <= $1
    AND (
      "ydelse.ansvarlig_nu".gyldig_til IS NULL OR "ydelse.ansvarlig_nu".gyldig_til > $1
    )
  WHERE
    ydelse.enhed IN ($2, $3)
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ydelser__ansvarlig_nu_enhed ASC,
  ydelser__ansvarlig_efter_enhed ASC
LIMIT 10001
