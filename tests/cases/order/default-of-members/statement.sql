SELECT
  orders__status AS "orders.status",
  orders__is_gift AS "orders.is_gift"
FROM (
  SELECT DISTINCT
    orders.status AS orders__status,
    orders.is_gift AS orders__is_gift
  FROM demo.main.orders AS orders
) AS core
ORDER BY
  orders__status ASC,
  orders__is_gift ASC
LIMIT 10001
