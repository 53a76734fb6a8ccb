SELECT
  users__city AS "users.city",
  orders__status AS "orders.status"
FROM (
  SELECT DISTINCT
    "orders.users".city AS users__city,
    orders.status AS orders__status
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    "orders.users".city IN ($1, $2)
) AS core
ORDER BY
  users__city ASC,
  orders__status ASC
LIMIT 10001
