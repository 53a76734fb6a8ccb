SELECT
  ydelser__oprettelse_center AS "ydelser.oprettelse_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  SELECT
    "ydelse.oprettelse".center AS ydelser__oprettelse_center,
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
  LEFT JOIN demo.main.enhed AS "ydelse.oprettelse"
    ON (
      ydelse.enhed = "ydelse.oprettelse".id
    )
    AND "ydelse.oprettelse".fra <= CAST(DATE_TRUNC('DAY', ydelse.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE)
    AND (
      "ydelse.oprettelse".til IS NULL
      OR "ydelse.oprettelse".til > CAST(DATE_TRUNC('DAY', ydelse.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE)
    )
  WHERE
    "ydelse.nu".center = $2
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__oprettelse_center ASC
LIMIT 10001
