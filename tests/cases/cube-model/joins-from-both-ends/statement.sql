SELECT
  users__city AS "users.city",
  orders__status AS "orders.status",
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    facts.users__city,
    facts.orders__status,
    COALESCE(MAX(facts.users__count), 0) AS users__count,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      users__city,
      orders__status,
      users__count,
      NULL AS orders__count
    FROM (
      SELECT
        once.users__city,
        once.orders__status,
        COUNT(*) AS users__count
      FROM demo.main.users AS users
      INNER JOIN (
        SELECT DISTINCT
          users.city AS users__city,
          "users.orders".status AS orders__status,
          users.id AS users__key_0
        FROM demo.main.users AS users
        LEFT JOIN demo.main.orders AS "users.orders"
          ON users.id = "users.orders".user_id
      ) AS once
        ON once.users__key_0 = users.id
      GROUP BY
        1,
        2
    ) AS users__count
    UNION ALL
    SELECT
      users__city,
      orders__status,
      NULL AS users__count,
      orders__count
    FROM (
      SELECT
        "orders.users".city AS users__city,
        orders.status AS orders__status,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
      GROUP BY
        1,
        2
    ) AS orders__count
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  users__city ASC,
  orders__status ASC
LIMIT 10001
