SELECT
  products__launched__year AS "products.launched.year",
  CAST(line_items__count AS BIGINT) AS "line_items.count"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', "line_items.products".launched) AS DATE) AS products__launched__year,
    COUNT(*) AS line_items__count
  FROM demo.main.line_items AS line_items
  LEFT JOIN demo.main.products AS "line_items.products"
    ON line_items.product_id = "line_items.products".id
  WHERE
    (
      "line_items.products".launched >= $1
      AND (
        "line_items.products".launched < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  products__launched__year ASC
LIMIT 10001
