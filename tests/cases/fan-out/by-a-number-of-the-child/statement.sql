SELECT
  line_items__quantity AS "line_items.quantity",
  CAST(users__count AS BIGINT) AS "users.count"
FROM (
  SELECT
    once.line_items__quantity,
    COUNT(*) AS users__count
  FROM demo.main.users AS users
  INNER JOIN (
    SELECT DISTINCT
      "users.orders.line_items".quantity AS line_items__quantity,
      users.id AS users__key_0
    FROM demo.main.users AS users
    LEFT JOIN demo.main.orders AS "users.orders"
      ON users.id = "users.orders".user_id
    LEFT JOIN demo.main.line_items AS "users.orders.line_items"
      ON "users.orders".id = "users.orders.line_items".order_id
    WHERE
      "users.orders.line_items".quantity >= $1
  ) AS once
    ON once.users__key_0 = users.id
  GROUP BY
    1
) AS core
ORDER BY
  line_items__quantity ASC
LIMIT 10001
