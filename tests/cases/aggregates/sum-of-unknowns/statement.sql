SELECT
  users__name AS "users.name",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    "orders.users".name AS users__name,
    SUM(orders.shipping_fee) AS orders__fees
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  GROUP BY
    1
) AS core
ORDER BY
  users__name ASC
LIMIT 10001
