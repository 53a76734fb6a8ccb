SELECT
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(users__total_age AS BIGINT) AS "users.total_age"
FROM (
  SELECT
    COUNT(*) AS users__count,
    SUM(users.age) AS users__total_age
  FROM demo.main.users AS users
  INNER JOIN (
    SELECT DISTINCT
      users.id AS users__key_0
    FROM demo.main.users AS users
    LEFT JOIN demo.main.orders AS "users.orders"
      ON users.id = "users.orders".user_id
    WHERE
      (
        (
          "users.orders".status = 'completed'
        )
      )
  ) AS once
    ON once.users__key_0 = users.id
) AS core
ORDER BY
  users__count DESC
LIMIT 10001
