SELECT
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(NEAREST_QUOTIENT(
    CAST(orders__average_fee__0 * 100 AS INT128) * 10000,
    CAST(orders__average_fee__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.average_fee"
FROM (
  SELECT
    SUM(orders.shipping_fee) AS orders__fees,
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__average_fee__0,
    COUNT(orders.shipping_fee) AS orders__average_fee__1
  FROM demo.main.orders AS orders
  INNER JOIN (
    SELECT DISTINCT
      orders.id AS orders__key_0
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.line_items AS "orders.line_items"
      ON orders.id = "orders.line_items".order_id
    LEFT JOIN demo.main.products AS "orders.line_items.products"
      ON "orders.line_items".product_id = "orders.line_items.products".id
    WHERE
      "orders.line_items.products".name = $1
  ) AS once
    ON once.orders__key_0 = orders.id
) AS core
ORDER BY
  orders__fees DESC
LIMIT 10001
