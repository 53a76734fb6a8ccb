SELECT
  orders__status AS "orders.status",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(orders__fees__in__orders__fees_of_all AS DECIMAL(38, 2)) AS "orders.fees_of_all",
  CAST(NEAREST_QUOTIENT(
    (
      100 * CAST(orders__fees * 100 AS INT128)
    ) * 1000000,
    CAST(orders__fees__in__orders__fees_of_all * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.share_of_all"
FROM (
  SELECT
    facts.orders__status,
    facts.orders__fees AS orders__fees,
    orders__fees__in__orders__fees_of_all.orders__fees__in__orders__fees_of_all AS orders__fees__in__orders__fees_of_all
  FROM (
    SELECT
      orders.status AS orders__status,
      SUM(orders.shipping_fee) AS orders__fees
    FROM demo.main.orders AS orders
    WHERE
      orders.is_gift = $1
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(orders.shipping_fee) AS orders__fees__in__orders__fees_of_all
    FROM demo.main.orders AS orders
    WHERE
      orders.is_gift = $1
  ) AS orders__fees__in__orders__fees_of_all
) AS core
ORDER BY
  orders__fees DESC,
  orders__status ASC
LIMIT 10001
