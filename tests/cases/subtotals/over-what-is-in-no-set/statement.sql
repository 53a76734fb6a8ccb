SELECT
  orders__is_gift AS "orders.is_gift",
  CAST(orders__is_gift__subtotal AS BOOLEAN) AS "orders.is_gift__subtotal",
  orders__status AS "orders.status",
  CAST(orders__status__subtotal AS BOOLEAN) AS "orders.status__subtotal",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    CAST(NULL AS BOOLEAN) AS orders__is_gift,
    orders.status AS orders__status,
    1 AS orders__is_gift__subtotal,
    GROUPING(orders.status) AS orders__status__subtotal,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  GROUP BY
    GROUPING SETS (
      (
        2
      ),
      ()
    )
) AS core
ORDER BY
  orders__status__subtotal ASC,
  orders__status ASC,
  orders__is_gift__subtotal ASC,
  orders__is_gift ASC
LIMIT 10001
