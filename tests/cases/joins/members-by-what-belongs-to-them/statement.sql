SELECT
  orders__id AS "orders.id"
FROM (
  SELECT DISTINCT
    orders.id AS orders__id
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.line_items AS "orders.line_items"
    ON orders.id = "orders.line_items".order_id
  LEFT JOIN demo.main.products AS "orders.line_items.products"
    ON "orders.line_items".product_id = "orders.line_items.products".id
  WHERE
    "orders.line_items.products".name IS NULL
) AS core
ORDER BY
  orders__id ASC
LIMIT 10001
