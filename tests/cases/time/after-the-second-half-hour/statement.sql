SELECT
  sag__id AS "sag.id",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    sag.id AS sag__id,
    1 AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    sag.oprettet >= $1
) AS core
ORDER BY
  sag__id ASC
LIMIT 10001
