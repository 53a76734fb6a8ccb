SELECT
  users__order_class AS "users.order_class",
  orders__created_at__quarter AS "orders.created_at.quarter",
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "orders.fees_in_three_months"
FROM (
  SELECT
    ".days".users__order_class AS users__order_class,
    "orders.@periods".begins AS orders__created_at__quarter,
    SUM(".days".orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
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
      CAST(DATE_TRUNC('DAY', orders.created_at) AS DATE) AS ".day",
      SUM(orders.shipping_fee) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
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
        orders.created_at >= $1 AND (
          orders.created_at < $2
        )
      )
    GROUP BY
      1,
      2
  ) AS ".days"
  INNER JOIN (VALUES
    (
      CAST('2024-04-01 00:00:00' AS DATE),
      CAST('2024-04-01 00:00:00' AS TIMESTAMP),
      CAST('2024-07-01 00:00:00' AS TIMESTAMP)
    )) AS "orders.@periods"(begins, low, high)
    ON NOT ".days".".day" IS NULL
    AND ".days".".day" >= "orders.@periods".low
    AND ".days".".day" < "orders.@periods".high
  GROUP BY
    1,
    2
) AS core
ORDER BY
  users__order_class ASC,
  orders__created_at__quarter ASC
LIMIT 10001
