SELECT
  orders__status AS "orders.status",
  'alle rækker' AS "orders.omfang",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    orders.status AS orders__status,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  GROUP BY
    1
) AS core
ORDER BY
  orders__status ASC
LIMIT 10001
