SELECT
  orders__status AS "orders.status",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue",
  CAST(line_items__quantity_sold AS BIGINT) AS "line_items.quantity_sold"
FROM (
  SELECT
    facts.orders__status,
    MAX(facts.orders__fees) AS orders__fees,
    MAX(facts.line_items__revenue) AS line_items__revenue,
    MAX(facts.line_items__quantity_sold) AS line_items__quantity_sold
  FROM (
    SELECT
      orders__status,
      orders__fees,
      NULL AS line_items__revenue,
      NULL AS line_items__quantity_sold
    FROM (
      SELECT
        orders.status AS orders__status,
        SUM(orders.shipping_fee) AS orders__fees
      FROM demo.main.orders AS orders
      GROUP BY
        1
    ) AS orders__fees
    UNION ALL
    SELECT
      orders__status,
      NULL AS orders__fees,
      line_items__revenue,
      line_items__quantity_sold
    FROM (
      SELECT
        "line_items.orders".status AS orders__status,
        SUM(line_items.price * line_items.quantity) AS line_items__revenue,
        SUM(line_items.quantity) AS line_items__quantity_sold
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.orders AS "line_items.orders"
        ON line_items.order_id = "line_items.orders".id
      GROUP BY
        1
    ) AS line_items__revenue
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__status ASC
LIMIT 10001
