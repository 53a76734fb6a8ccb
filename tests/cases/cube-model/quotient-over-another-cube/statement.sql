SELECT
  users__city AS "users.city",
  CAST(NEAREST_QUOTIENT(CAST(line_items__revenue * 100 AS INT128) * 10000, CAST(orders__count AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "line_items.revenue_per_order"
FROM (
  SELECT
    facts.users__city,
    MAX(facts.line_items__revenue) AS line_items__revenue,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      users__city,
      line_items__revenue,
      NULL AS orders__count
    FROM (
      SELECT
        "line_items.orders.users".city AS users__city,
        SUM(line_items.price * line_items.quantity) AS line_items__revenue
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.orders AS "line_items.orders"
        ON line_items.order_id = "line_items.orders".id
      LEFT JOIN demo.main.users AS "line_items.orders.users"
        ON "line_items.orders".user_id = "line_items.orders.users".id
      GROUP BY
        1
    ) AS line_items__revenue
    UNION ALL
    SELECT
      users__city,
      NULL AS line_items__revenue,
      orders__count
    FROM (
      SELECT
        "orders.users".city AS users__city,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
      GROUP BY
        1
    ) AS orders__count
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  users__city ASC
LIMIT 10001
