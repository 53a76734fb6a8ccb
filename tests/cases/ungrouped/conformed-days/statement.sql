SELECT
  besoeg__dag AS "besoeg.dag",
  sag__id AS "sag.id",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CAST(DATE_TRUNC('DAY', sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS besoeg__dag,
    sag.id AS sag__id,
    sag.id AS ".key_0",
    1 AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    sag.id IN ($1, $2, $3)
) AS core
ORDER BY
  sag__id ASC,
  besoeg__dag ASC,
  ".key_0" ASC
LIMIT 10001
