SELECT
  sales__store AS "sales.store",
  sales__users_age_group AS "sales.users_age_group",
  CAST(orders__count AS BIGINT) AS "sales.count",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "sales.revenue"
FROM (
  SELECT
    facts.sales__store,
    facts.sales__users_age_group,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.line_items__revenue) AS line_items__revenue
  FROM (
    SELECT
      sales__store,
      sales__users_age_group,
      orders__count,
      NULL AS line_items__revenue
    FROM (
      SELECT
        "orders.stores".name AS sales__store,
        (
          CASE
            WHEN "orders.users".age < 18
            THEN 'under 18'
            WHEN "orders.users".age < 50
            THEN '18-49'
            WHEN "orders.users".age >= 50
            THEN '50+'
          END
        ) AS sales__users_age_group,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.stores AS "orders.stores"
        ON orders.store_id = "orders.stores".id
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
      GROUP BY
        1,
        2
    ) AS orders__count
    UNION ALL
    SELECT
      sales__store,
      sales__users_age_group,
      NULL AS orders__count,
      line_items__revenue
    FROM (
      SELECT
        "line_items.<orders.line_items.stores".name AS sales__store,
        (
          CASE
            WHEN "line_items.<orders.line_items.users".age < 18
            THEN 'under 18'
            WHEN "line_items.<orders.line_items.users".age < 50
            THEN '18-49'
            WHEN "line_items.<orders.line_items.users".age >= 50
            THEN '50+'
          END
        ) AS sales__users_age_group,
        SUM(line_items.price * line_items.quantity) AS line_items__revenue
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.orders AS "line_items.<orders.line_items"
        ON "line_items.<orders.line_items".id = line_items.order_id
      LEFT JOIN demo.main.stores AS "line_items.<orders.line_items.stores"
        ON "line_items.<orders.line_items".store_id = "line_items.<orders.line_items.stores".id
      LEFT JOIN demo.main.users AS "line_items.<orders.line_items.users"
        ON "line_items.<orders.line_items".user_id = "line_items.<orders.line_items.users".id
      GROUP BY
        1,
        2
    ) AS line_items__revenue
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sales__store ASC,
  sales__users_age_group ASC
LIMIT 10001
