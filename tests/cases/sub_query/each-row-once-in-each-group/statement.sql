SELECT
  orders__status AS "orders.status",
  CAST(users__total_orders AS BIGINT) AS "users.total_orders",
  CAST(users__count AS BIGINT) AS "users.count"
FROM (
  SELECT
    once.orders__status,
    SUM("users.#order_count".value) AS users__total_orders,
    COUNT(*) AS users__count
  FROM demo.main.users AS users
  INNER JOIN (
    SELECT DISTINCT
      "users.orders".status AS orders__status,
      users.id AS users__key_0
    FROM demo.main.users AS users
    LEFT JOIN demo.main.orders AS "users.orders"
      ON users.id = "users.orders".user_id
  ) AS once
    ON once.users__key_0 = users.id
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
  GROUP BY
    1
) AS core
ORDER BY
  orders__status ASC
LIMIT 10001
