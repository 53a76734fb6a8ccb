SELECT
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(line_items__count AS BIGINT) AS "line_items.count",
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(products__count AS BIGINT) AS "products.count"
FROM (
  SELECT
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    COALESCE(MAX(facts.line_items__count), 0) AS line_items__count,
    COALESCE(MAX(facts.users__count), 0) AS users__count,
    COALESCE(MAX(facts.products__count), 0) AS products__count
  FROM (
    SELECT
      orders__count,
      NULL AS line_items__count,
      NULL AS users__count,
      NULL AS products__count
    FROM (
      SELECT
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
    ) AS orders__count
    UNION ALL
    SELECT
      NULL AS orders__count,
      line_items__count,
      NULL AS users__count,
      NULL AS products__count
    FROM (
      SELECT
        COUNT(*) AS line_items__count
      FROM demo.main.line_items AS line_items
    ) AS line_items__count
    UNION ALL
    SELECT
      NULL AS orders__count,
      NULL AS line_items__count,
      users__count,
      NULL AS products__count
    FROM (
      SELECT
        COUNT(*) AS users__count
      FROM demo.main.users AS users
    ) AS users__count
    UNION ALL
    SELECT
      NULL AS orders__count,
      NULL AS line_items__count,
      NULL AS users__count,
      products__count
    FROM (
      SELECT
        COUNT(*) AS products__count
      FROM demo.main.products AS products
    ) AS products__count
  ) AS facts
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
