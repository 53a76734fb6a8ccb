SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(tal__a AS BIGINT) AS "tal.a"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
WHERE
  tal__b = $1
ORDER BY
  tal__a DESC,
  tal__gruppe ASC
LIMIT 10001
