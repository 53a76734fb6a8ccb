SELECT
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  SELECT
    COUNT(*) AS kant__antal
  FROM demo.main.kant AS kant
  WHERE
    (
      kant.dag >= $1 AND (
        kant.dag < $2
      )
    )
) AS core
ORDER BY
  kant__antal DESC
LIMIT 10001
