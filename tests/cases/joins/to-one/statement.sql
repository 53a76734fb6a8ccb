SELECT
  users__city AS "users.city",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    "orders.users".city AS users__city,
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__fees
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  GROUP BY
    1
) AS core
ORDER BY
  users__city ASC
LIMIT 10001
