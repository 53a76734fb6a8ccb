SELECT
  orders__is_gift AS "orders.is_gift",
  CAST(orders__is_gift__subtotal AS BOOLEAN) AS "orders.is_gift__subtotal",
  orders__status AS "orders.status",
  CAST(orders__status__subtotal AS BOOLEAN) AS "orders.status__subtotal",
  CAST(orders__buyer_city__count_distinct AS BIGINT) AS "orders.buyer_city__count_distinct"
FROM (
  SELECT
    orders.is_gift AS orders__is_gift,
    orders.status AS orders__status,
    GROUPING(orders.is_gift) AS orders__is_gift__subtotal,
    GROUPING(orders.status) AS orders__status__subtotal,
    COUNT(DISTINCT "orders.users".city) AS orders__buyer_city__count_distinct
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  GROUP BY
    GROUPING SETS (
      (1, 2),
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  orders__is_gift__subtotal ASC,
  orders__is_gift ASC,
  orders__status__subtotal ASC,
  orders__status ASC
LIMIT 10001
