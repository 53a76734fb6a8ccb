SELECT
  users__city AS "users.city",
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(users__total_age AS BIGINT) AS "users.total_age"
FROM (
  SELECT
    users.city AS users__city,
    COUNT(*) AS users__count,
    SUM(users.age) AS users__total_age
  FROM demo.main.users AS users
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
  WHERE
    (
      "users.#order_count".value >= $1 AND (
        "users.#fees".value < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  users__city ASC
LIMIT 10001
