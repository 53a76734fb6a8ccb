WITH ".top" AS MATERIALIZED (
  SELECT
    products__name,
    TRUE AS met
  FROM (
    SELECT
      "line_items.products".name AS products__name,
      SUM(line_items.price * line_items.quantity) AS line_items__revenue
    FROM demo.main.line_items AS line_items
    LEFT JOIN demo.main.orders AS "line_items.orders"
      ON line_items.order_id = "line_items.orders".id
    LEFT JOIN demo.main.products AS "line_items.products"
      ON line_items.product_id = "line_items.products".id
    WHERE
      "line_items.orders".status = $1
    GROUP BY
      1
  ) AS core
  ORDER BY
    line_items__revenue DESC,
    products__name ASC
  LIMIT 3
)
SELECT
  products__name AS "products.name",
  products__name__rest AS "products.name__rest",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue"
FROM (
  SELECT
    CASE WHEN ".top".met THEN "line_items.products".name END AS products__name,
    ".top".met IS NULL AS products__name__rest,
    SUM(line_items.price * line_items.quantity) AS line_items__revenue
  FROM demo.main.line_items AS line_items
  LEFT JOIN demo.main.orders AS "line_items.orders"
    ON line_items.order_id = "line_items.orders".id
  LEFT JOIN demo.main.products AS "line_items.products"
    ON line_items.product_id = "line_items.products".id
  LEFT JOIN ".top"
    ON ".top".products__name IS NOT DISTINCT FROM "line_items.products".name
  WHERE
    "line_items.orders".status = $1
  GROUP BY
    1,
    2
) AS core
WHERE
  line_items__revenue > $2
ORDER BY
  products__name__rest ASC,
  products__name ASC
LIMIT 10001
