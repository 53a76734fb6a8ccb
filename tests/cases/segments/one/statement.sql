SELECT
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__fees
  FROM demo.main.orders AS orders
  WHERE
    (
      (
        orders.status = 'completed'
      )
    )
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
