SELECT
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue"
FROM (
  SELECT
    line_items.id AS ".key_0",
    (
      line_items.price * line_items.quantity
    ) AS line_items__revenue
  FROM demo.main.line_items AS line_items
) AS core
ORDER BY
  line_items__revenue DESC,
  ".key_0" ASC
LIMIT 8
OFFSET 3
