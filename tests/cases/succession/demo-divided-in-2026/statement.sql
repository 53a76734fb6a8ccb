SELECT
  ydelser__ansvarlig_2026_forvaltning AS "ydelser.ansvarlig_2026_forvaltning",
  ydelser__ansvarlig_2026_center AS "ydelser.ansvarlig_2026_center",
  ydelser__ansvarlig_2026_enhed AS "ydelser.ansvarlig_2026_enhed",
  CAST(ydelse__antal_ydelser AS DECIMAL(38, 2)) AS "ydelser.antal_ydelser",
  CAST(ydelse__antal_uden_slutdato AS DECIMAL(38, 2)) AS "ydelser.antal_uden_slutdato"
FROM (
  SELECT
    "ydelse.ansvarlig_2026".forvaltning AS ydelser__ansvarlig_2026_forvaltning,
    "ydelse.ansvarlig_2026".center AS ydelser__ansvarlig_2026_center,
    "ydelse.ansvarlig_2026".enhed AS ydelser__ansvarlig_2026_enhed,
    CAST(COALESCE(SUM(COALESCE("ydelse.ansvarlig_2026".andel, 1)), 0) AS DECIMAL(38, 2)) AS ydelse__antal_ydelser,
    CAST(COALESCE(
      SUM(COALESCE("ydelse.ansvarlig_2026".andel, 1)) FILTER(WHERE
        (
          ydelse.slut IS NULL
        )),
      0
    ) AS DECIMAL(38, 2)) AS ydelse__antal_uden_slutdato
  FROM demo.main.ydelse AS ydelse
  LEFT JOIN demo.main.organisation_efter AS "ydelse.ansvarlig_2026"
    ON (
      ydelse.enhed = "ydelse.ansvarlig_2026".fra_enhed
    )
    AND "ydelse.ansvarlig_2026".gyldig_fra <= $1
    AND (
      "ydelse.ansvarlig_2026".gyldig_til IS NULL
      OR "ydelse.ansvarlig_2026".gyldig_til > $1
    )
  GROUP BY
    1,
    2,
    3
) AS core
ORDER BY
  ydelser__ansvarlig_2026_enhed ASC,
  ydelser__ansvarlig_2026_forvaltning ASC,
  ydelser__ansvarlig_2026_center ASC
LIMIT 10001
