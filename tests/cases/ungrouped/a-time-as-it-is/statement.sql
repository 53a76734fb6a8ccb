SELECT
  orders__created_at AS "orders.created_at",
  orders__id AS "orders.id"
FROM (
  SELECT
    orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS orders__created_at,
    orders.id AS orders__id,
    orders.id AS ".key_0"
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    "orders.users".name = $1
) AS core
ORDER BY
  orders__id DESC,
  orders__created_at ASC,
  ".key_0" ASC
LIMIT 10001
