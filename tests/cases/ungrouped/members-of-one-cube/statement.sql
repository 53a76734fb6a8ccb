SELECT
  orders__status AS "orders.status",
  users__city AS "users.city"
FROM (
  SELECT
    orders.status AS orders__status,
    "orders.users".city AS users__city,
    orders.id AS ".key_0"
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    orders.status = $1
) AS core
ORDER BY
  users__city ASC,
  orders__status ASC,
  ".key_0" ASC
LIMIT 10001
