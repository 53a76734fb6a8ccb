SELECT
  orders__orders_of_its_buyers AS "orders.orders_of_its_buyers",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    "orders.#orders_of_its_buyers".value AS orders__orders_of_its_buyers,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN (
    SELECT
      key__orders__id,
      CAST(users__total_orders AS BIGINT) AS value
    FROM (
      SELECT
        facts.key__orders__id,
        users__total_orders.users__total_orders AS users__total_orders
      FROM (
        SELECT DISTINCT
          orders.id AS key__orders__id
        FROM demo.main.orders AS orders
      ) AS facts
      LEFT JOIN (
        SELECT
          once.key__orders__id,
          SUM("users.#order_count".value) AS users__total_orders
        FROM demo.main.users AS users
        INNER JOIN (
          SELECT DISTINCT
            "users.orders".id AS key__orders__id,
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
      ) AS users__total_orders
        ON facts.key__orders__id IS NOT DISTINCT FROM users__total_orders.key__orders__id
    ) AS core
  ) AS "orders.#orders_of_its_buyers"
    ON orders.id = "orders.#orders_of_its_buyers".key__orders__id
  WHERE
    orders.status IN ($1, $2)
  GROUP BY
    1
) AS core
ORDER BY
  orders__orders_of_its_buyers ASC
LIMIT 10001
