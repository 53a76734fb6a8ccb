SELECT
  CAST(orders__lowest_fee AS DECIMAL(38, 2)) AS "orders.lowest_fee",
  CAST(orders__highest_fee AS DECIMAL(38, 2)) AS "orders.highest_fee"
FROM (
  SELECT
    MIN(orders.shipping_fee) AS orders__lowest_fee,
    MAX(orders.shipping_fee) AS orders__highest_fee
  FROM demo.main.orders AS orders
) AS core
ORDER BY
  orders__lowest_fee DESC
LIMIT 10001
