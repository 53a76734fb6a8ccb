SELECT
  orders__status AS "orders.status",
  orders__created_at__day AS "orders.created_at.day",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    orders.status AS orders__status,
    CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__day,
    orders.id AS ".key_0",
    orders.shipping_fee AS orders__fees
  FROM demo.main.orders AS orders
  WHERE
    (
      orders.created_at >= $1 AND (
        orders.created_at < $2
      )
    )
    AND (
      (
        orders.status = 'completed'
      )
    )
) AS core
ORDER BY
  orders__created_at__day ASC,
  orders__status ASC,
  ".key_0" ASC
LIMIT 10001
