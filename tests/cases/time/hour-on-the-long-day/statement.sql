SELECT
  orders__created_at__hour AS "orders.created_at.hour",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    DATE_TRUNC('HOUR', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS orders__created_at__hour,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    (
      orders.created_at >= $1 AND (
        orders.created_at < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__hour ASC
LIMIT 10001
