SELECT
  CAST(tal__stort_sum AS BIGINT) AS "tal.stort_sum"
FROM (
  SELECT
    SUM(tal.stort) AS tal__stort_sum
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2)
) AS core
ORDER BY
  tal__stort_sum DESC
LIMIT 10001
