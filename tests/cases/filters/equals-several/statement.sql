SELECT
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(users__total_age AS BIGINT) AS "users.total_age"
FROM (
  SELECT
    COUNT(*) AS users__count,
    SUM(users.age) AS users__total_age
  FROM demo.main.users AS users
  WHERE
    users.city IN ($1, $2)
) AS core
ORDER BY
  users__count DESC
LIMIT 10001
