SELECT
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    (
      (
        orders.created_at >= $1 AND (
          orders.created_at < $2
        )
      )
      OR (
        (
          orders.created_at >= $3 AND (
            orders.created_at < $4
          )
        )
      )
    )
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
