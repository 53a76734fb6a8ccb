SELECT
  users__city AS "users.city",
  CAST(orders__status__count_distinct AS BIGINT) AS "orders.status__count_distinct",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    "orders.users".city AS users__city,
    COUNT(DISTINCT orders.status) AS orders__status__count_distinct,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  GROUP BY
    1
) AS core
ORDER BY
  users__city ASC
LIMIT 10001
