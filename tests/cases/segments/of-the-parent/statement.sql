SELECT
  CAST(line_items__count AS BIGINT) AS "line_items.count",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue"
FROM (
  SELECT
    COUNT(*) AS line_items__count,
    SUM(line_items.price * line_items.quantity) AS line_items__revenue
  FROM demo.main.line_items AS line_items
  LEFT JOIN demo.main.orders AS "line_items.orders"
    ON line_items.order_id = "line_items.orders".id
  LEFT JOIN demo.main.users AS "line_items.orders.users"
    ON "line_items.orders".user_id = "line_items.orders.users".id
  WHERE
    (
      (
        "line_items.orders.users".city = 'København'
      )
    )
) AS core
ORDER BY
  line_items__count DESC
LIMIT 10001
