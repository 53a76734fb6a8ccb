SELECT
  orders__created_at__day AS "orders.created_at.day",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__day,
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
  orders__created_at__day ASC
LIMIT 10001
