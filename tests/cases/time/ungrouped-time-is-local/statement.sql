SELECT
  orders__created_at AS "orders.created_at",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS orders__created_at,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    orders.id IN ($1, $2, $3)
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at ASC
LIMIT 10001
