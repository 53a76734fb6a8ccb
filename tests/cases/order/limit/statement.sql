SELECT
  users__name AS "users.name",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    "orders.users".name AS users__name,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  GROUP BY
    1
) AS core
ORDER BY
  orders__count DESC,
  users__name ASC
LIMIT 3
