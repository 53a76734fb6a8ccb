SELECT
  CAST(tal__a AS BIGINT) AS "tal.a"
FROM (
  SELECT
    SUM(tal.a) AS tal__a
  FROM demo.main.tal AS tal
) AS core
WHERE
  tal__a > $1
ORDER BY
  tal__a DESC
LIMIT 10001
