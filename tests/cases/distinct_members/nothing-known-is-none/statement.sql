SELECT
  users__name AS "users.name",
  CAST(orders__fee_class__count_distinct AS BIGINT) AS "orders.fee_class__count_distinct",
  CAST(orders__status__count_distinct AS BIGINT) AS "orders.status__count_distinct",
  CAST(users__age__count_distinct AS BIGINT) AS "users.age__count_distinct",
  CASE WHEN users__age__count_distinct IS NULL THEN 'mangler' ELSE 'normal' END AS "users.age__count_distinct__status"
FROM (
  SELECT
    facts.users__name,
    COALESCE(MAX(facts.orders__fee_class__count_distinct), 0) AS orders__fee_class__count_distinct,
    COALESCE(MAX(facts.orders__status__count_distinct), 0) AS orders__status__count_distinct,
    COALESCE(MAX(facts.users__age__count_distinct), 0) AS users__age__count_distinct
  FROM (
    SELECT
      users__name,
      orders__fee_class__count_distinct,
      orders__status__count_distinct,
      NULL AS users__age__count_distinct
    FROM (
      SELECT
        "orders.users".name AS users__name,
        COUNT(
          DISTINCT CASE
            WHEN orders.shipping_fee < 0
            THEN 'back'
            WHEN orders.shipping_fee = 0
            THEN 'free'
            WHEN orders.shipping_fee IS NULL
            THEN 'unknown'
            ELSE 'paid'
          END
        ) AS orders__fee_class__count_distinct,
        COUNT(DISTINCT orders.status) AS orders__status__count_distinct
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
      WHERE
        "orders.users".name IN ($1, $2)
      GROUP BY
        1
    ) AS orders__fee_class__count_distinct
    UNION ALL
    SELECT
      users__name,
      NULL AS orders__fee_class__count_distinct,
      NULL AS orders__status__count_distinct,
      users__age__count_distinct
    FROM (
      SELECT
        users.name AS users__name,
        COUNT(DISTINCT users.age) AS users__age__count_distinct
      FROM demo.main.users AS users
      WHERE
        users.name IN ($1, $2)
      GROUP BY
        1
    ) AS users__age__count_distinct
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  users__name ASC
LIMIT 10001
