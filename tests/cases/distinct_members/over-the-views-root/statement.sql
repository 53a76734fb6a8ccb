SELECT
  CAST("orders__users.city__count_distinct" AS BIGINT) AS "sales.users_city__count_distinct",
  CAST(users__city__count_distinct AS BIGINT) AS "customers.city__count_distinct"
FROM (
  SELECT
    COALESCE(MAX(facts."orders__users.city__count_distinct"), 0) AS "orders__users.city__count_distinct",
    COALESCE(MAX(facts.users__city__count_distinct), 0) AS users__city__count_distinct
  FROM (
    SELECT
      "orders__users.city__count_distinct",
      NULL AS users__city__count_distinct
    FROM (
      SELECT
        COUNT(DISTINCT "orders.users".city) AS "orders__users.city__count_distinct"
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
    ) AS "orders__users.city__count_distinct"
    UNION ALL
    SELECT
      NULL AS "orders__users.city__count_distinct",
      users__city__count_distinct
    FROM (
      SELECT
        COUNT(DISTINCT users.city) AS users__city__count_distinct
      FROM demo.main.users AS users
    ) AS users__city__count_distinct
  ) AS facts
) AS core
ORDER BY
  "orders__users.city__count_distinct" DESC
LIMIT 10001
