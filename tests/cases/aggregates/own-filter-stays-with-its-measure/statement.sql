SELECT
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__completed_count AS BIGINT) AS "orders.completed_count",
  CAST(orders__completed_gifts AS BIGINT) AS "orders.completed_gifts"
FROM (
  SELECT
    COUNT(*) AS orders__count,
    COUNT(*) FILTER(WHERE
      orders.status = 'completed') AS orders__completed_count,
    COUNT(*) FILTER(WHERE
      (
        orders.status = 'completed'
      ) AND orders.is_gift) AS orders__completed_gifts
  FROM demo.main.orders AS orders
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
