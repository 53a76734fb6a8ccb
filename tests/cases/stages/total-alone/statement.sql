SELECT
  orders__status AS "orders.status",
  CAST(orders__fees__in__orders__fees_of_all AS DECIMAL(38, 2)) AS "orders.fees_of_all"
FROM (
  SELECT
    facts.orders__status,
    orders__fees__in__orders__fees_of_all.orders__fees__in__orders__fees_of_all AS orders__fees__in__orders__fees_of_all
  FROM (
    SELECT DISTINCT
      orders.status AS orders__status
    FROM demo.main.orders AS orders
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(orders.shipping_fee) AS orders__fees__in__orders__fees_of_all
    FROM demo.main.orders AS orders
  ) AS orders__fees__in__orders__fees_of_all
) AS core
ORDER BY
  orders__fees__in__orders__fees_of_all DESC,
  orders__status ASC
LIMIT 10001
