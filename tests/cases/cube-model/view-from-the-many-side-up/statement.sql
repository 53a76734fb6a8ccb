SELECT
  customers__orders_status AS "customers.orders_status",
  CAST(users__count AS BIGINT) AS "customers.count",
  CAST(orders__count AS BIGINT) AS "customers.orders_count",
  CAST(NEAREST_QUOTIENT(
    CAST(users__average_age__0 AS INT128) * 1000000,
    CAST(users__average_age__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "customers.average_age"
FROM (
  SELECT
    facts.customers__orders_status,
    COALESCE(MAX(facts.users__count), 0) AS users__count,
    MAX(facts.users__average_age__0) AS users__average_age__0,
    COALESCE(MAX(facts.users__average_age__1), 0) AS users__average_age__1,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      customers__orders_status,
      users__count,
      users__average_age__0,
      users__average_age__1,
      NULL AS orders__count
    FROM (
      SELECT
        once.customers__orders_status,
        COUNT(*) AS users__count,
        SUM(users.age) AS users__average_age__0,
        COUNT(users.age) AS users__average_age__1
      FROM demo.main.users AS users
      INNER JOIN (
        SELECT DISTINCT
          "users.orders".status AS customers__orders_status,
          users.id AS users__key_0
        FROM demo.main.users AS users
        LEFT JOIN demo.main.orders AS "users.orders"
          ON users.id = "users.orders".user_id
      ) AS once
        ON once.users__key_0 = users.id
      GROUP BY
        1
    ) AS users__count
    UNION ALL
    SELECT
      customers__orders_status,
      NULL AS users__count,
      NULL AS users__average_age__0,
      NULL AS users__average_age__1,
      orders__count
    FROM (
      SELECT
        orders.status AS customers__orders_status,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      GROUP BY
        1
    ) AS orders__count
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  customers__orders_status ASC
LIMIT 10001
