SELECT
  CAST(orders__status__count_distinct AS BIGINT) AS "orders.status__count_distinct"
FROM (
  SELECT
    COUNT(DISTINCT orders.status) AS orders__status__count_distinct
  FROM demo.main.orders AS orders
  WHERE
    orders.status = $1
) AS core
ORDER BY
  orders__status__count_distinct DESC
LIMIT 10001
