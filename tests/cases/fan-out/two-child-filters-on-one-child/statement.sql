SELECT
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    COUNT(*) AS orders__count
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
      (
        "orders.line_items.products".name = $1
        AND (
          "orders.line_items".quantity >= $2
        )
      )
  ) AS once
    ON once.orders__key_0 = orders.id
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
