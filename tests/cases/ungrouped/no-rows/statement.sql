SELECT
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    orders.id AS ".key_0",
    orders.shipping_fee AS orders__fees
  FROM demo.main.orders AS orders
  WHERE
    orders.status = $1
) AS core
ORDER BY
  orders__fees DESC,
  ".key_0" ASC
LIMIT 10001
