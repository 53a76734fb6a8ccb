SELECT
  users__name AS "users.name",
  CAST(line_items__count AS BIGINT) AS "line_items.count"
FROM (
  SELECT
    "line_items.orders.users".name AS users__name,
    COUNT(*) AS line_items__count
  FROM demo.main.line_items AS line_items
  LEFT JOIN demo.main.orders AS "line_items.orders"
    ON line_items.order_id = "line_items.orders".id
  LEFT JOIN demo.main.users AS "line_items.orders.users"
    ON "line_items.orders".user_id = "line_items.orders.users".id
  GROUP BY
    1
) AS core
ORDER BY
  users__name ASC
LIMIT 10001
