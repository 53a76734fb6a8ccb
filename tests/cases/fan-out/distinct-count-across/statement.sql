SELECT
  products__name AS "products.name",
  CAST(orders__buyers AS BIGINT) AS "orders.buyers"
FROM (
  SELECT
    once.products__name,
    COUNT(DISTINCT orders.user_id) AS orders__buyers
  FROM demo.main.orders AS orders
  INNER JOIN (
    SELECT DISTINCT
      "orders.line_items.products".name AS products__name,
      orders.id AS orders__key_0
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.line_items AS "orders.line_items"
      ON orders.id = "orders.line_items".order_id
    LEFT JOIN demo.main.products AS "orders.line_items.products"
      ON "orders.line_items".product_id = "orders.line_items.products".id
  ) AS once
    ON once.orders__key_0 = orders.id
  GROUP BY
    1
) AS core
ORDER BY
  products__name ASC
LIMIT 10001
