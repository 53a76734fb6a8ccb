SELECT
  sales__users_order_class AS "sales.users_order_class",
  CAST(orders__count AS BIGINT) AS "sales.count",
  CAST(line_items__revenue AS DECIMAL(38, 2)) AS "sales.revenue"
FROM (
  SELECT
    facts.sales__users_order_class,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.line_items__revenue) AS line_items__revenue
  FROM (
    SELECT
      sales__users_order_class,
      orders__count,
      NULL AS line_items__revenue
    FROM (
      SELECT
        (
          CASE
            WHEN "orders.users.#order_count".value >= 5
            THEN 'often'
            WHEN "orders.users.#order_count".value > 0
            THEN 'sometimes'
            ELSE 'never'
          END
        ) AS sales__users_order_class,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
      LEFT JOIN (
        SELECT
          key__users__id,
          CAST(orders__count AS BIGINT) AS value
        FROM (
          SELECT
            facts.key__users__id,
            COALESCE(orders__count.orders__count, 0) AS orders__count
          FROM (
            SELECT DISTINCT
              users.id AS key__users__id
            FROM demo.main.users AS users
          ) AS facts
          LEFT JOIN (
            SELECT
              "orders.users".id AS key__users__id,
              COUNT(*) AS orders__count
            FROM demo.main.orders AS orders
            LEFT JOIN demo.main.users AS "orders.users"
              ON orders.user_id = "orders.users".id
            GROUP BY
              1
          ) AS orders__count
            ON facts.key__users__id IS NOT DISTINCT FROM orders__count.key__users__id
        ) AS core
      ) AS "orders.users.#order_count"
        ON "orders.users".id = "orders.users.#order_count".key__users__id
      WHERE
        "orders.users.#order_count".value > $1
      GROUP BY
        1
    ) AS orders__count
    UNION ALL
    SELECT
      sales__users_order_class,
      NULL AS orders__count,
      line_items__revenue
    FROM (
      SELECT
        (
          CASE
            WHEN "line_items.<orders.line_items.users.#order_count".value >= 5
            THEN 'often'
            WHEN "line_items.<orders.line_items.users.#order_count".value > 0
            THEN 'sometimes'
            ELSE 'never'
          END
        ) AS sales__users_order_class,
        SUM(line_items.price * line_items.quantity) AS line_items__revenue
      FROM demo.main.line_items AS line_items
      LEFT JOIN demo.main.orders AS "line_items.<orders.line_items"
        ON "line_items.<orders.line_items".id = line_items.order_id
      LEFT JOIN demo.main.users AS "line_items.<orders.line_items.users"
        ON "line_items.<orders.line_items".user_id = "line_items.<orders.line_items.users".id
      LEFT JOIN (
        SELECT
          key__users__id,
          CAST(orders__count AS BIGINT) AS value
        FROM (
          SELECT
            facts.key__users__id,
            COALESCE(orders__count.orders__count, 0) AS orders__count
          FROM (
            SELECT DISTINCT
              users.id AS key__users__id
            FROM demo.main.users AS users
          ) AS facts
          LEFT JOIN (
            SELECT
              "orders.users".id AS key__users__id,
              COUNT(*) AS orders__count
            FROM demo.main.orders AS orders
            LEFT JOIN demo.main.users AS "orders.users"
              ON orders.user_id = "orders.users".id
            GROUP BY
              1
          ) AS orders__count
            ON facts.key__users__id IS NOT DISTINCT FROM orders__count.key__users__id
        ) AS core
      ) AS "line_items.<orders.line_items.users.#order_count"
        ON "line_items.<orders.line_items.users".id = "line_items.<orders.line_items.users.#order_count".key__users__id
      WHERE
        "line_items.<orders.line_items.users.#order_count".value > $1
      GROUP BY
        1
    ) AS line_items__revenue
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sales__users_order_class ASC
LIMIT 10001
