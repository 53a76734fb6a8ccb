SELECT
  CAST(orders__count AS BIGINT) AS "sales.count",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "sales.revenue"
FROM (
  SELECT
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.line_items__revenue) AS line_items__revenue
  FROM (
    SELECT
      orders__count,
      NULL AS line_items__revenue
    FROM (
      SELECT
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      WHERE
        (
          (
            orders.status = 'completed'
          )
        )
    ) AS orders__count
    UNION ALL
    SELECT
      NULL AS orders__count,
      line_items__revenue
    FROM (
      SELECT
        SUM(line_items.price * line_items.quantity) AS line_items__revenue
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.orders AS "line_items.<orders.line_items"
        ON "line_items.<orders.line_items".id = line_items.order_id
      WHERE
        (
          (
            "line_items.<orders.line_items".status = 'completed'
          )
        )
    ) AS line_items__revenue
  ) AS facts
) AS core
ORDER BY
  orders__count DESC
LIMIT 10001
