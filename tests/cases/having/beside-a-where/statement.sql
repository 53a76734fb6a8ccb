SELECT
  users__city AS "users.city",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    "orders.users".city AS users__city,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    orders.status = $1
  GROUP BY
    1
) AS core
WHERE
  orders__count >= $2
ORDER BY
  users__city ASC
LIMIT 10001
