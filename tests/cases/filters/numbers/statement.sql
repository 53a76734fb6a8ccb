SELECT
  CAST(users__count AS BIGINT) AS "users.count"
FROM (
  SELECT
    COUNT(*) AS users__count
  FROM demo.main.users AS users
  WHERE
    (
      users.age > $1
      AND (
        users.age >= $2
      )
      AND (
        users.age < $3
      )
      AND (
        users.age <= $4
      )
    )
) AS core
ORDER BY
  users__count DESC
LIMIT 10001
