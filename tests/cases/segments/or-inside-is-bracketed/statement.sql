SELECT
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    orders.is_gift = $1
    AND (
      (
        orders.status = 'processing' OR orders.status = 'shipped'
      )
    )
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
