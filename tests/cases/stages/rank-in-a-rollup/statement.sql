SELECT
  orders__is_gift AS "orders.is_gift",
  CAST(orders__is_gift__subtotal AS BOOLEAN) AS "orders.is_gift__subtotal",
  orders__status AS "orders.status",
  CAST(orders__status__subtotal AS BOOLEAN) AS "orders.status__subtotal",
  CAST(orders__fee_rank__place AS BIGINT) AS "orders.fee_rank"
FROM (
  SELECT
    *,
    CASE
      WHEN NOT (
        orders__fees
      ) IS NULL AND (
        orders__status__subtotal = 0
      )
      THEN RANK() OVER (
        PARTITION BY orders__is_gift, orders__is_gift__subtotal, orders__status__subtotal
        ORDER BY orders__fees DESC
      )
    END AS orders__fee_rank__place
  FROM (
    SELECT
      orders.is_gift AS orders__is_gift,
      orders.status AS orders__status,
      GROUPING(orders.is_gift) AS orders__is_gift__subtotal,
      GROUPING(orders.status) AS orders__status__subtotal,
      SUM(orders.shipping_fee) AS orders__fees
    FROM demo.main.orders AS orders
    GROUP BY
      GROUPING SETS (
        (1, 2),
        (
          2
        ),
        (
          1
        )
      )
  ) AS cells
) AS core
ORDER BY
  orders__is_gift__subtotal ASC,
  orders__is_gift ASC,
  orders__status__subtotal ASC,
  orders__status ASC
LIMIT 10001
