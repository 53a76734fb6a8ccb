SELECT
  products__category AS "products.category",
  orders__status AS "orders.status",
  CAST(line_items__count AS BIGINT) AS "line_items.count"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "line_items.products".category AS products__category,
      "line_items.orders".status AS orders__status,
      COUNT(*) AS line_items__count
    FROM demo.main.line_items AS line_items
    LEFT JOIN demo.main.orders AS "line_items.orders"
      ON line_items.order_id = "line_items.orders".id
    LEFT JOIN demo.main.products AS "line_items.products"
      ON line_items.product_id = "line_items.products".id
    GROUP BY
      1,
      2
  )
  SELECT
    facts.products__category,
    facts.orders__status,
    COALESCE(MAX(facts.line_items__count), 0) AS line_items__count
  FROM (
    SELECT
      products__category,
      orders__status,
      line_items__count
    FROM ".answered"
    UNION ALL
    SELECT
      products__category.products__category,
      orders__status.orders__status,
      NULL AS line_items__count
    FROM (
      SELECT DISTINCT
        products.category AS products__category
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.products AS products
        ON ".own".own
    ) AS products__category
    CROSS JOIN (
      SELECT DISTINCT
        orders.status AS orders__status
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.orders AS orders
        ON ".own".own
    ) AS orders__status
  ) AS facts
  GROUP BY
    1,
    2
) AS core
WHERE
  line_items__count = $1
ORDER BY
  products__category ASC,
  orders__status ASC
LIMIT 10001
