SELECT
  orders__id AS "orders.id",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(orders__lowest_fee AS DECIMAL(38, 2)) AS "orders.lowest_fee",
  CAST(orders__highest_fee AS DECIMAL(38, 2)) AS "orders.highest_fee",
  CAST(orders__count AS BIGINT) AS "orders.count",
  orders__first_order AS "orders.first_order",
  CASE WHEN orders__fees IS NULL THEN 'mangler' ELSE 'normal' END AS "orders.fees__status"
FROM (
  SELECT
    orders.id AS orders__id,
    orders.id AS ".key_0",
    orders.shipping_fee AS orders__fees,
    orders.shipping_fee AS orders__lowest_fee,
    orders.shipping_fee AS orders__highest_fee,
    1 AS orders__count,
    orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS orders__first_order
  FROM demo.main.orders AS orders
  WHERE
    orders.id IN ($1, $2, $3, $4)
) AS core
ORDER BY
  orders__id ASC,
  ".key_0" ASC
LIMIT 10001
