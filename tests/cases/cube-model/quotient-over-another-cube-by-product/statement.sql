SELECT
  products__name AS "products.name",
  CAST(NEAREST_QUOTIENT(CAST(line_items__revenue * 100 AS INT128) * 10000, CAST(orders__count AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "line_items.revenue_per_order",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    facts.products__name,
    MAX(facts.line_items__revenue) AS line_items__revenue,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      products__name,
      line_items__revenue,
      NULL AS orders__count
    FROM (
      SELECT
        "line_items.products".name AS products__name,
        SUM(line_items.price * line_items.quantity) AS line_items__revenue
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.products AS "line_items.products"
        ON line_items.product_id = "line_items.products".id
      WHERE
        NOT "line_items.products".name IS NULL
      GROUP BY
        1
    ) AS line_items__revenue
    UNION ALL
    SELECT
      products__name,
      NULL AS line_items__revenue,
      orders__count
    FROM (
      SELECT
        once.products__name,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      INNER JOIN (
        SELECT DISTINCT
          "orders.line_items.products".name AS products__name,
          orders.id AS orders__key_0
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.line_items AS "orders.line_items"
          ON orders.id = "orders.line_items".order_id
        LEFT JOIN demo.main.products AS "orders.line_items.products"
          ON "orders.line_items".product_id = "orders.line_items.products".id
        WHERE
          NOT "orders.line_items.products".name IS NULL
      ) AS once
        ON once.orders__key_0 = orders.id
      GROUP BY
        1
    ) AS orders__count
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  products__name ASC
LIMIT 10001
