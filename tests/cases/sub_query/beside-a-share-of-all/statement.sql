SELECT
  users__order_class AS "users.order_class",
  CAST(orders__fees__in__orders__fees_of_all AS DECIMAL(38, 2)) AS "orders.fees_of_all",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    facts.users__order_class,
    facts.orders__fees AS orders__fees,
    orders__fees__in__orders__fees_of_all.orders__fees__in__orders__fees_of_all AS orders__fees__in__orders__fees_of_all
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
      ) AS users__order_class,
      SUM(orders.shipping_fee) AS orders__fees
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
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(orders.shipping_fee) AS orders__fees__in__orders__fees_of_all
    FROM demo.main.orders AS orders
  ) AS orders__fees__in__orders__fees_of_all
) AS core
ORDER BY
  users__order_class ASC
LIMIT 10001
