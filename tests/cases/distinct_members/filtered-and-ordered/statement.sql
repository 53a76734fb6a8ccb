SELECT
  users__city AS "users.city",
  CAST(orders__status__count_distinct AS BIGINT) AS "orders.status__count_distinct"
FROM (
  SELECT
    "orders.users".city AS users__city,
    COUNT(DISTINCT orders.status) AS orders__status__count_distinct
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    orders.status IS DISTINCT FROM $1
  GROUP BY
    1
) AS core
WHERE
  orders__status__count_distinct >= $2
ORDER BY
  orders__status__count_distinct DESC,
  users__city ASC
LIMIT 10001
