SELECT
  orders__id AS "orders.id",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    orders.id AS orders__id,
    1 AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    (
      orders.created_at >= $1 AND (
        orders.created_at < $2
      )
    )
) AS core
ORDER BY
  orders__count DESC,
  orders__id ASC
LIMIT 10001
