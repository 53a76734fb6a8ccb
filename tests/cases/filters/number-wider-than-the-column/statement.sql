SELECT
  CAST(tal__antal AS BIGINT) AS "tal.antal"
FROM (
  SELECT
    COUNT(*) AS tal__antal
  FROM demo.main.tal AS tal
  WHERE
    tal.stort < $1
) AS core
ORDER BY
  tal__antal DESC
LIMIT 10001
