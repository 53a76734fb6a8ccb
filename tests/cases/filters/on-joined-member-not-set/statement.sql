SELECT
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    "orders.users".age IS NULL
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
