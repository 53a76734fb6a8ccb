SELECT
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue",
  CAST(line_items__refunded_revenue AS DECIMAL(38, 2)) AS "line_items.refunded_revenue",
  CAST(NEAREST_QUOTIENT(
    CAST(line_items__revenue * 100 AS INT128) * 10000,
    CAST(line_items__quantity_sold AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "line_items.unit_price",
  CAST(line_items__products_sold AS BIGINT) AS "line_items.products_sold"
FROM (
  SELECT
    SUM(line_items.price * line_items.quantity) AS line_items__revenue,
    SUM(line_items.price * line_items.quantity) FILTER(WHERE
      "line_items.orders".status = 'refunded') AS line_items__refunded_revenue,
    SUM(line_items.quantity) AS line_items__quantity_sold,
    COUNT(DISTINCT line_items.product_id) AS line_items__products_sold
  FROM demo.main.line_items AS line_items
  LEFT JOIN demo.main.orders AS "line_items.orders"
    ON line_items.order_id = "line_items.orders".id
) AS core
ORDER BY
  line_items__revenue DESC
LIMIT 10001
