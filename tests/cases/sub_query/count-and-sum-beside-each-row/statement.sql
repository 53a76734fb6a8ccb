SELECT
  users__id AS "users.id",
  users__name AS "users.name",
  users__order_count AS "users.order_count",
  users__fees AS "users.fees",
  users__average_fee AS "users.average_fee",
  users__revenue AS "users.revenue"
FROM (
  SELECT DISTINCT
    users.id AS users__id,
    users.name AS users__name,
    "users.#order_count".value AS users__order_count,
    "users.#fees".value AS users__fees,
    "users.#average_fee".value AS users__average_fee,
    "users.#revenue".value AS users__revenue
  FROM demo.main.users AS users
  LEFT JOIN (
    SELECT
      key__users__id,
      CAST(NEAREST_QUOTIENT(
        CAST(orders__average_fee__0 * 100 AS INT128) * 10000,
        CAST(orders__average_fee__1 AS INT128)
      ) AS DECIMAL(38, 0)) * 0.000001 AS value
    FROM (
      SELECT
        facts.key__users__id,
        orders__average_fee__0.orders__average_fee__0 AS orders__average_fee__0,
        COALESCE(orders__average_fee__0.orders__average_fee__1, 0) AS orders__average_fee__1
      FROM (
        SELECT DISTINCT
          users.id AS key__users__id
        FROM demo.main.users AS users
      ) AS facts
      LEFT JOIN (
        SELECT
          "orders.users".id AS key__users__id,
          SUM(orders.shipping_fee) AS orders__average_fee__0,
          COUNT(orders.shipping_fee) AS orders__average_fee__1
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.users AS "orders.users"
          ON orders.user_id = "orders.users".id
        GROUP BY
          1
      ) AS orders__average_fee__0
        ON facts.key__users__id IS NOT DISTINCT FROM orders__average_fee__0.key__users__id
    ) AS core
  ) AS "users.#average_fee"
    ON users.id = "users.#average_fee".key__users__id
  LEFT JOIN (
    SELECT
      key__users__id,
      CAST(orders__fees AS DECIMAL(38, 2)) AS value
    FROM (
      SELECT
        facts.key__users__id,
        orders__fees.orders__fees AS orders__fees
      FROM (
        SELECT DISTINCT
          users.id AS key__users__id
        FROM demo.main.users AS users
      ) AS facts
      LEFT JOIN (
        SELECT
          "orders.users".id AS key__users__id,
          SUM(orders.shipping_fee) AS orders__fees
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.users AS "orders.users"
          ON orders.user_id = "orders.users".id
        GROUP BY
          1
      ) AS orders__fees
        ON facts.key__users__id IS NOT DISTINCT FROM orders__fees.key__users__id
    ) AS core
  ) AS "users.#fees"
    ON users.id = "users.#fees".key__users__id
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
  ) AS "users.#order_count"
    ON users.id = "users.#order_count".key__users__id
  LEFT JOIN (
    SELECT
      key__users__id,
      CAST(line_items__revenue AS DECIMAL(38, 2)) AS value
    FROM (
      SELECT
        facts.key__users__id,
        line_items__revenue.line_items__revenue AS line_items__revenue
      FROM (
        SELECT DISTINCT
          users.id AS key__users__id
        FROM demo.main.users AS users
      ) AS facts
      LEFT JOIN (
        SELECT
          "line_items.orders.users".id AS key__users__id,
          SUM(line_items.price * line_items.quantity) AS line_items__revenue
        FROM demo.main.line_items AS line_items
        LEFT JOIN demo.main.orders AS "line_items.orders"
          ON line_items.order_id = "line_items.orders".id
        LEFT JOIN demo.main.users AS "line_items.orders.users"
          ON "line_items.orders".user_id = "line_items.orders.users".id
        GROUP BY
          1
      ) AS line_items__revenue
        ON facts.key__users__id IS NOT DISTINCT FROM line_items__revenue.key__users__id
    ) AS core
  ) AS "users.#revenue"
    ON users.id = "users.#revenue".key__users__id
) AS core
ORDER BY
  users__id ASC,
  users__name ASC,
  users__order_count ASC,
  users__fees ASC,
  users__average_fee ASC,
  users__revenue ASC
LIMIT 10001
