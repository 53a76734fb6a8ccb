SELECT
  kant__dag AS "kant.dag",
  CAST(kant__antal AS BIGINT) AS "kant.antal"
FROM (
  SELECT
    kant.dag AS kant__dag,
    COUNT(*) AS kant__antal
  FROM demo.main.kant AS kant
  WHERE
    (
      kant.dag >= $1 AND (
        kant.dag < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  kant__dag ASC
LIMIT 10001
