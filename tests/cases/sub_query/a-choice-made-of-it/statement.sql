SELECT
  users__order_class AS "users.order_class",
  CAST(users__count AS BIGINT) AS "users.count"
FROM (
  SELECT
    (
      CASE
        WHEN "users.#order_count".value >= 5
        THEN 'often'
        WHEN "users.#order_count".value > 0
        THEN 'sometimes'
        ELSE 'never'
      END
    ) AS users__order_class,
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
  GROUP BY
    1
) AS core
ORDER BY
  users__order_class ASC
LIMIT 10001
