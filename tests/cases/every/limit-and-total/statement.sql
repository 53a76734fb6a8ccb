SELECT
  users__name AS "users.name",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "orders.users".name AS users__name,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.users AS "orders.users"
      ON orders.user_id = "orders.users".id
    GROUP BY
      1
  )
  SELECT
    facts.users__name,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      users__name,
      orders__count
    FROM ".answered"
    UNION ALL
    SELECT
      users__name.users__name,
      NULL AS orders__count
    FROM (
      SELECT DISTINCT
        users.name AS users__name
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.users AS users
        ON ".own".own
    ) AS users__name
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__count ASC,
  users__name ASC
LIMIT 3
OFFSET 1
