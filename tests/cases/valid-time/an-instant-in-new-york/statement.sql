SELECT
  ydelser__registrering_center AS "ydelser.registrering_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    "ydelse.registrering".center AS ydelser__registrering_center,
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
  LEFT JOIN demo.main.enhed AS "ydelse.registrering"
    ON (
      ydelse.enhed = "ydelse.registrering".id
    )
    AND "ydelse.registrering".fra <= CAST(DATE_TRUNC('DAY', ydelse.registreret AT TIME ZONE 'America/New_York') AS DATE)
    AND (
      "ydelse.registrering".til IS NULL
      OR "ydelse.registrering".til > CAST(DATE_TRUNC('DAY', ydelse.registreret AT TIME ZONE 'America/New_York') AS DATE)
    )
  WHERE
    "ydelse.nu".center = $2
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__registrering_center ASC
LIMIT 10001
