SELECT
  users__order_count AS "users.order_count",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    "orders.users.#order_count".value AS users__order_count,
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
      orders.status = $1
      AND (
        orders.created_at >= $2
      )
      AND (
        orders.created_at < $3
      )
    )
    AND (
      (
        orders.status = 'completed'
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  users__order_count ASC
LIMIT 10001
