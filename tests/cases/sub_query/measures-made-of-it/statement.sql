SELECT
  users__city AS "users.city",
  CAST(users__total_orders AS BIGINT) AS "users.total_orders",
  CAST(NEAREST_QUOTIENT(
    CAST(users__orders_per_user__0 AS INT128) * 1000000,
    CAST(users__orders_per_user__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "users.orders_per_user",
  CAST(users__regulars AS BIGINT) AS "users.regulars"
FROM (
  SELECT
    users.city AS users__city,
    SUM("users.#order_count".value) AS users__total_orders,
    SUM("users.#order_count".value) AS users__orders_per_user__0,
    COUNT("users.#order_count".value) AS users__orders_per_user__1,
    COUNT(*) FILTER(WHERE
      "users.#order_count".value >= 3) AS users__regulars
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
  GROUP BY
    1
) AS core
ORDER BY
  users__city ASC
LIMIT 10001
