SELECT
  CAST(users__total_age AS BIGINT) AS "users.total_age",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "line_items.revenue"
FROM (
  SELECT
    MAX(facts.users__total_age) AS users__total_age,
    MAX(facts.orders__fees) AS orders__fees,
    MAX(facts.line_items__revenue) AS line_items__revenue
  FROM (
    SELECT
      users__total_age,
      NULL AS orders__fees,
      NULL AS line_items__revenue
    FROM (
      SELECT
        SUM(users.age) AS users__total_age
      FROM demo.main.users AS users
      INNER JOIN (
        SELECT DISTINCT
          users.id AS users__key_0
        FROM demo.main.users AS users
        LEFT JOIN demo.main.orders AS "users.orders"
          ON users.id = "users.orders".user_id
        LEFT JOIN demo.main.line_items AS "users.orders.line_items"
          ON "users.orders".id = "users.orders.line_items".order_id
        LEFT JOIN demo.main.products AS "users.orders.line_items.products"
          ON "users.orders.line_items".product_id = "users.orders.line_items.products".id
        WHERE
          "users.orders.line_items.products".name IN ($1, $2)
      ) AS once
        ON once.users__key_0 = users.id
    ) AS users__total_age
    UNION ALL
    SELECT
      NULL AS users__total_age,
      orders__fees,
      NULL AS line_items__revenue
    FROM (
      SELECT
        SUM(orders.shipping_fee) AS orders__fees
      FROM demo.main.orders AS orders
      INNER JOIN (
        SELECT DISTINCT
          orders.id AS orders__key_0
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.line_items AS "orders.line_items"
          ON orders.id = "orders.line_items".order_id
        LEFT JOIN demo.main.products AS "orders.line_items.products"
          ON "orders.line_items".product_id = "orders.line_items.products".id
        WHERE
          "orders.line_items.products".name IN ($1, $2)
      ) AS once
        ON once.orders__key_0 = orders.id
    ) AS orders__fees
    UNION ALL
    SELECT
      NULL AS users__total_age,
      NULL AS orders__fees,
      line_items__revenue
    FROM (
      SELECT
        SUM(line_items.price * line_items.quantity) AS line_items__revenue
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.products AS "line_items.products"
        ON line_items.product_id = "line_items.products".id
      WHERE
        "line_items.products".name IN ($1, $2)
    ) AS line_items__revenue
  ) AS facts
) AS core
ORDER BY
  users__total_age DESC
LIMIT 10001
