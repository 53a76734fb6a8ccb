SELECT
  line_items__price AS "line_items.price",
  line_items__quantity AS "line_items.quantity"
FROM (
  SELECT
    line_items.price AS line_items__price,
    line_items.quantity AS line_items__quantity,
    line_items.id AS ".key_0"
  FROM demo.main.line_items AS line_items
  WHERE
    line_items.quantity = $1
) AS core
ORDER BY
  line_items__price DESC,
  line_items__quantity ASC,
  ".key_0" ASC
LIMIT 10001
