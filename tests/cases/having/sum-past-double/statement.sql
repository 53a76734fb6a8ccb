SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(tal__stort_sum AS BIGINT) AS "tal.stort_sum"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.stort) AS tal__stort_sum
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
WHERE
  tal__stort_sum > $1
ORDER BY
  tal__stort_sum DESC,
  tal__gruppe ASC
LIMIT 10001
