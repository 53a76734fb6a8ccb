SELECT
  kant__stund__day AS "kant.stund.day",
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  SELECT
    CAST(DATE_TRUNC('DAY', kant.stund AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS kant__stund__day,
    COUNT(*) AS kant__antal
  FROM demo.main.kant AS kant
  WHERE
    (
      kant.stund >= $1 AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'UTC'
      AND (
        kant.stund < $2 AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'UTC'
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  kant__stund__day ASC
LIMIT 10001
