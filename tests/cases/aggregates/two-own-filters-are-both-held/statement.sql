SELECT
  orders__is_gift AS "orders.is_gift",
  CAST(orders__completed_gifts AS BIGINT) AS "orders.completed_gifts"
FROM (
  SELECT
    orders.is_gift AS orders__is_gift,
    COUNT(*) FILTER(WHERE
      (
        orders.status = 'completed'
      ) AND orders.is_gift) AS orders__completed_gifts
  FROM demo.main.orders AS orders
  GROUP BY
    1
) AS core
ORDER BY
  orders__is_gift ASC
LIMIT 10001
