SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    CAST(DATE_TRUNC('MONTH', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__month,
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
  orders__created_at__month ASC
LIMIT 10001
