SELECT
  orders__status AS "orders.status",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    orders.status AS orders__status,
    SUM(orders.shipping_fee) AS orders__fees,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    orders.status = $1
  GROUP BY
    1
) AS core
ORDER BY
  orders__fees DESC,
  orders__status ASC
LIMIT 10001
