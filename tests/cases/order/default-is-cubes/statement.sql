SELECT
  orders__status AS "orders.status",
  orders__is_gift AS "orders.is_gift",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    orders.status AS orders__status,
    orders.is_gift AS orders__is_gift,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__count DESC,
  orders__status ASC,
  orders__is_gift ASC
LIMIT 10001
