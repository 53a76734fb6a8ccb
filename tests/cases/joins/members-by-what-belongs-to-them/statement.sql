SELECT
  orders__id AS "orders.id"
FROM (
  SELECT DISTINCT
    orders.id AS orders__id
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.line_items AS orders__line_items
    ON orders.id = orders__line_items.order_id
  LEFT JOIN demo.main.products AS orders__line_items__products
    ON orders__line_items.product_id = orders__line_items__products.id
  WHERE
    orders__line_items__products.name IS NULL
) AS core
ORDER BY
  orders__id ASC
LIMIT 10001
