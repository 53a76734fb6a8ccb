SELECT
  orders__is_gift AS "orders.is_gift",
  CAST(NEAREST_QUOTIENT(CAST(orders__completed_count AS INT128) * 1000000, CAST(orders__count AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.completed_share",
  CAST(orders__completed_count AS BIGINT) AS "orders.completed_count",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    orders.is_gift AS orders__is_gift,
    COUNT(*) FILTER(WHERE
      orders.status = 'completed') AS orders__completed_count,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  GROUP BY
    1
) AS core
ORDER BY
  orders__is_gift ASC
LIMIT 10001
