SELECT
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__count__orders AS BIGINT) AS "sales.count",
  CAST(orders__count__users__orders AS BIGINT) AS "customers.orders_count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(orders__fees__users__orders AS DECIMAL(38, 2)) AS "customers.orders_fees"
FROM (
  SELECT
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.orders__fees) AS orders__fees,
    COALESCE(MAX(facts.orders__count__orders), 0) AS orders__count__orders,
    COALESCE(MAX(facts.orders__count__users__orders), 0) AS orders__count__users__orders,
    MAX(facts.orders__fees__users__orders) AS orders__fees__users__orders
  FROM (
    SELECT
      orders__count,
      orders__fees,
      NULL AS orders__count__orders,
      NULL AS orders__count__users__orders,
      NULL AS orders__fees__users__orders
    FROM (
      SELECT
        COUNT(*) AS orders__count,
        SUM(orders.shipping_fee) AS orders__fees
      FROM demo.main.orders AS orders
    ) AS orders__count
    UNION ALL
    SELECT
      NULL AS orders__count,
      NULL AS orders__fees,
      orders__count__orders,
      NULL AS orders__count__users__orders,
      NULL AS orders__fees__users__orders
    FROM (
      SELECT
        COUNT(*) AS orders__count__orders
      FROM demo.main.orders AS orders
    ) AS orders__count__orders
    UNION ALL
    SELECT
      NULL AS orders__count,
      NULL AS orders__fees,
      NULL AS orders__count__orders,
      orders__count__users__orders,
      orders__fees__users__orders
    FROM (
      SELECT
        COUNT(*) AS orders__count__users__orders,
        SUM(orders.shipping_fee) AS orders__fees__users__orders
      FROM demo.main.orders AS orders
    ) AS orders__count__users__orders
  ) AS facts
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
