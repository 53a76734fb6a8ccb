SELECT
  products__name AS "products.name",
  CAST(NEAREST_QUOTIENT(
    (
      100 * CAST(line_items__revenue * 100 AS INT128)
    ) * 1000000,
    CAST(orders__fees__in__orders__fees_of_all * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "line_items.share_of_order_fees"
FROM (
  SELECT
    facts.products__name,
    facts.line_items__revenue AS line_items__revenue,
    orders__fees__in__orders__fees_of_all.orders__fees__in__orders__fees_of_all AS orders__fees__in__orders__fees_of_all
  FROM (
    SELECT
      "line_items.products".name AS products__name,
      SUM(line_items.price * line_items.quantity) AS line_items__revenue
    FROM demo.main.line_items AS line_items
    LEFT JOIN demo.main.products AS "line_items.products"
      ON line_items.product_id = "line_items.products".id
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(orders.shipping_fee) AS orders__fees__in__orders__fees_of_all
    FROM demo.main.orders AS orders
  ) AS orders__fees__in__orders__fees_of_all
) AS core
ORDER BY
  products__name ASC
LIMIT 10001
