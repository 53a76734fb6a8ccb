SELECT
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(users__total_age AS BIGINT) AS "users.total_age",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(line_items__count AS BIGINT) AS "line_items.count",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue"
FROM (
  SELECT
    COALESCE(MAX(facts.users__count), 0) AS users__count,
    MAX(facts.users__total_age) AS users__total_age,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.orders__fees) AS orders__fees,
    COALESCE(MAX(facts.line_items__count), 0) AS line_items__count,
    MAX(facts.line_items__revenue) AS line_items__revenue
  FROM (
    SELECT
      users__count,
      users__total_age,
      NULL AS orders__count,
      NULL AS orders__fees,
      NULL AS line_items__count,
      NULL AS line_items__revenue
    FROM (
      SELECT
        COUNT(*) AS users__count,
        SUM(users.age) AS users__total_age
      FROM demo.main.users AS users
    ) AS users__count
    UNION ALL
    SELECT
      NULL AS users__count,
      NULL AS users__total_age,
      orders__count,
      orders__fees,
      NULL AS line_items__count,
      NULL AS line_items__revenue
    FROM (
      SELECT
        COUNT(*) AS orders__count,
        SUM(orders.shipping_fee) AS orders__fees
      FROM demo.main.orders AS orders
    ) AS orders__count
    UNION ALL
    SELECT
      NULL AS users__count,
      NULL AS users__total_age,
      NULL AS orders__count,
      NULL AS orders__fees,
      line_items__count,
      line_items__revenue
    FROM (
      SELECT
        COUNT(*) AS line_items__count,
        SUM(line_items.price * line_items.quantity) AS line_items__revenue
      FROM demo.main.line_items AS line_items
    ) AS line_items__count
  ) AS facts
) AS core
ORDER BY
  users__count DESC
LIMIT 10001
