SELECT
  users__order_class AS "users.order_class",
  CAST(users__order_class__subtotal AS BOOLEAN) AS "users.order_class__subtotal",
  users__order_count AS "users.order_count",
  CAST(users__order_count__subtotal AS BOOLEAN) AS "users.order_count__subtotal",
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(users__total_orders AS BIGINT) AS "users.total_orders"
FROM (
  SELECT
    CASE 1
      WHEN 1
      THEN (
        CASE
          WHEN "users.#order_count".value >= 5
          THEN 'often'
          WHEN "users.#order_count".value > 0
          THEN 'sometimes'
          ELSE 'never'
        END
      )
    END AS users__order_class,
    CASE 2 WHEN 2 THEN "users.#order_count".value END AS users__order_count,
    GROUPING(
      CASE 1
        WHEN 1
        THEN (
          CASE
            WHEN "users.#order_count".value >= 5
            THEN 'often'
            WHEN "users.#order_count".value > 0
            THEN 'sometimes'
            ELSE 'never'
          END
        )
      END
    ) AS users__order_class__subtotal,
    GROUPING(CASE 2 WHEN 2 THEN "users.#order_count".value END) AS users__order_count__subtotal,
    COUNT(*) AS users__count,
    SUM("users.#order_count".value) AS users__total_orders
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
    GROUPING SETS (
      (1, 2),
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  users__order_class__subtotal ASC,
  users__order_class ASC,
  users__order_count__subtotal ASC,
  users__order_count ASC
LIMIT 10001
