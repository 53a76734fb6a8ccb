SELECT
  kant__stund__year AS "kant.stund.year",
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', kant.stund AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS kant__stund__year,
    COUNT(*) AS kant__antal
  FROM demo.main.kant AS kant
  WHERE
    kant.id IN ($1, $2, $3)
  GROUP BY
    1
) AS core
ORDER BY
  kant__stund__year ASC
LIMIT 10001
