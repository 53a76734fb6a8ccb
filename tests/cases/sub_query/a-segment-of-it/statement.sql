SELECT
  users__city AS "users.city",
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    facts.users__city,
    COALESCE(MAX(facts.users__count), 0) AS users__count,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      users__city,
      users__count,
      NULL AS orders__count
    FROM (
      SELECT
        users.city AS users__city,
        COUNT(*) AS users__count
      FROM demo.main.users AS users
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
      WHERE
        (
          (
            "users.#order_count".value >= 3
          )
        )
      GROUP BY
        1
    ) AS users__count
    UNION ALL
    SELECT
      users__city,
      NULL AS users__count,
      orders__count
    FROM (
      SELECT
        "orders.users".city AS users__city,
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
        (
          (
            "orders.users.#order_count".value >= 3
          )
        )
      GROUP BY
        1
    ) AS orders__count
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  users__city ASC
LIMIT 10001
