SELECT
  CAST(orders__buyers AS BIGINT) AS "orders.buyers",
  CAST(orders__buyers_roughly AS BIGINT) AS "orders.buyers_roughly"
FROM (
  SELECT
    COUNT(DISTINCT orders.user_id) AS orders__buyers,
    COUNT(DISTINCT orders.user_id) AS orders__buyers_roughly
  FROM demo.main.orders AS orders
) AS core
ORDER BY
  orders__buyers DESC
LIMIT 10001
