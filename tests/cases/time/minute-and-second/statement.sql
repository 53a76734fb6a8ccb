SELECT
  orders__created_at__minute AS "orders.created_at.minute",
  orders__created_at__second AS "orders.created_at.second",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    DATE_TRUNC('MINUTE', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS orders__created_at__minute,
    DATE_TRUNC('SECOND', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS orders__created_at__second,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    (
      orders.created_at >= $1 AND (
        orders.created_at < $2
      )
    )
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__created_at__minute ASC,
  orders__created_at__second ASC
LIMIT 10001
