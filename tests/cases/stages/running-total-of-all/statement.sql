SELECT
  orders__status AS "orders.status",
  CAST(orders__running_fees__0__in__orders__running_fees AS DECIMAL(38, 2)) AS "orders.running_fees"
FROM (
  SELECT
    orders.status AS orders__status,
    SUM(orders.shipping_fee) AS orders__running_fees__0__in__orders__running_fees
  FROM demo.main.orders AS orders
  GROUP BY
    1
) AS core
ORDER BY
  orders__status ASC
LIMIT 10001
