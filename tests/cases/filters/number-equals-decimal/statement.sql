SELECT
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    (
      orders.shipping_fee IN ($1, $2) OR (
        orders.shipping_fee IS NULL
      )
    )
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
