SELECT
  products__category AS "products.category",
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(users__total_age AS BIGINT) AS "users.total_age",
  CAST(NEAREST_QUOTIENT(
    CAST(users__average_age__0 AS INT128) * 1000000,
    CAST(users__average_age__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "users.average_age"
FROM (
  SELECT
    once.products__category,
    COUNT(*) AS users__count,
    SUM(users.age) AS users__total_age,
    SUM(users.age) AS users__average_age__0,
    COUNT(users.age) AS users__average_age__1
  FROM demo.main.users AS users
  INNER JOIN (
    SELECT DISTINCT
      "users.orders.line_items.products".category AS products__category,
      users.id AS users__key_0
    FROM demo.main.users AS users
    LEFT JOIN demo.main.orders AS "users.orders"
      ON users.id = "users.orders".user_id
    LEFT JOIN demo.main.line_items AS "users.orders.line_items"
      ON "users.orders".id = "users.orders.line_items".order_id
    LEFT JOIN demo.main.products AS "users.orders.line_items.products"
      ON "users.orders.line_items".product_id = "users.orders.line_items.products".id
  ) AS once
    ON once.users__key_0 = users.id
  GROUP BY
    1
) AS core
ORDER BY
  products__category ASC
LIMIT 10001
