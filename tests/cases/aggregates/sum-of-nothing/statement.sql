SELECT
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(NEAREST_QUOTIENT(
    CAST(orders__average_fee__0 * 100 AS INT128) * 10000,
    CAST(orders__average_fee__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.average_fee",
  CAST(orders__buyers AS BIGINT) AS "orders.buyers",
  CAST(NEAREST_QUOTIENT(CAST(orders__completed_count AS INT128) * 1000000, CAST(orders__count AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.completed_share"
FROM (
  SELECT
    SUM(orders.shipping_fee) AS orders__fees,
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__average_fee__0,
    COUNT(orders.shipping_fee) AS orders__average_fee__1,
    COUNT(DISTINCT orders.user_id) AS orders__buyers,
    COUNT(*) FILTER(WHERE
      orders.status = 'completed') AS orders__completed_count
  FROM demo.main.orders AS orders
  WHERE
    orders.status = $1
) AS core
ORDER BY
  orders__fees DESC
LIMIT 10001
