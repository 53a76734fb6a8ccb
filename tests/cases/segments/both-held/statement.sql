SELECT
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    (
      (
        orders.status = 'completed'
      )
    ) AND (
      orders.is_gift
    )
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
