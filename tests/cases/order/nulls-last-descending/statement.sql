SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(tal__a AS BIGINT) AS "tal.a"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
ORDER BY
  tal__a DESC,
  tal__gruppe ASC
LIMIT 10001
