SELECT
  sales__status AS "sales.status",
  CAST("line_items__products.name__count_distinct" AS BIGINT) AS "sales.product__count_distinct",
  CAST("line_items__products.category__count_distinct" AS BIGINT) AS "sales.category__count_distinct",
  CAST(orders__count AS BIGINT) AS "sales.count"
FROM (
  SELECT
    facts.sales__status,
    COALESCE(MAX(facts."line_items__products.name__count_distinct"), 0) AS "line_items__products.name__count_distinct",
    COALESCE(MAX(facts."line_items__products.category__count_distinct"), 0) AS "line_items__products.category__count_distinct",
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      sales__status,
      "line_items__products.name__count_distinct",
      "line_items__products.category__count_distinct",
      NULL AS orders__count
    FROM (
      SELECT
        "line_items.<orders.line_items".status AS sales__status,
        COUNT(DISTINCT "line_items.products".name) AS "line_items__products.name__count_distinct",
        COUNT(DISTINCT "line_items.products".category) AS "line_items__products.category__count_distinct"
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.orders AS "line_items.<orders.line_items"
        ON "line_items.<orders.line_items".id = line_items.order_id
      LEFT JOIN demo.main.products AS "line_items.products"
        ON line_items.product_id = "line_items.products".id
      GROUP BY
        1
    ) AS "line_items__products.name__count_distinct"
    UNION ALL
    SELECT
      sales__status,
      NULL AS "line_items__products.name__count_distinct",
      NULL AS "line_items__products.category__count_distinct",
      orders__count
    FROM (
      SELECT
        orders.status AS sales__status,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      GROUP BY
        1
    ) AS orders__count
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sales__status ASC
LIMIT 10001
