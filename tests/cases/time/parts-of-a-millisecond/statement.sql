SELECT
  kant__stund AS "kant.stund",
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  SELECT
    kant.stund AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS kant__stund,
    COUNT(*) AS kant__antal
  FROM demo.main.kant AS kant
  WHERE
    (
      kant.stund >= $1 AND (
        kant.stund < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  kant__stund ASC
LIMIT 10001
