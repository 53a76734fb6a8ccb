SELECT
  products__category AS "products.category",
  orders__status AS "orders.status",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue",
  CAST(line_items__revenue__in__line_items__revenue_whatever_the_product AS DECIMAL(38, 2)) AS "line_items.revenue_whatever_the_product"
FROM (
  SELECT
    facts.products__category,
    facts.orders__status,
    facts.line_items__revenue AS line_items__revenue,
    line_items__revenue__in__line_items__revenue_whatever_the_product.line_items__revenue__in__line_items__revenue_whatever_the_product AS line_items__revenue__in__line_items__revenue_whatever_the_product
  FROM (
    SELECT
      "line_items.products".category AS products__category,
      "line_items.orders".status AS orders__status,
      SUM(line_items.price * line_items.quantity) AS line_items__revenue
    FROM demo.main.line_items AS line_items
    LEFT JOIN demo.main.orders AS "line_items.orders"
      ON line_items.order_id = "line_items.orders".id
    LEFT JOIN demo.main.products AS "line_items.products"
      ON line_items.product_id = "line_items.products".id
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      "line_items.orders".status AS orders__status,
      SUM(line_items.price * line_items.quantity) AS line_items__revenue__in__line_items__revenue_whatever_the_product
    FROM demo.main.line_items AS line_items
    LEFT JOIN demo.main.orders AS "line_items.orders"
      ON line_items.order_id = "line_items.orders".id
    GROUP BY
      1
  ) AS line_items__revenue__in__line_items__revenue_whatever_the_product
    ON facts.orders__status IS NOT DISTINCT FROM line_items__revenue__in__line_items__revenue_whatever_the_product.orders__status
) AS core
ORDER BY
  products__category ASC,
  orders__status ASC
LIMIT 10001
