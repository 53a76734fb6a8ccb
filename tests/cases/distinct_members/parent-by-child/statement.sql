SELECT
  products__category AS "products.category",
  CAST(orders__status__count_distinct AS BIGINT) AS "orders.status__count_distinct"
FROM (
  SELECT
    once.products__category,
    COUNT(DISTINCT orders.status) AS orders__status__count_distinct
  FROM demo.main.orders AS orders
  INNER JOIN (
    SELECT DISTINCT
      "orders.line_items.products".category AS products__category,
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
  products__category ASC
LIMIT 10001
