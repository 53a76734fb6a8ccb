SELECT
  CAST(users__count AS BIGINT) AS "users.count"
FROM (
  SELECT
    COUNT(*) AS users__count
  FROM demo.main.users AS users
  WHERE
    (
      users.city = $1 OR (
        users.city IS NULL
      )
    )
) AS core
ORDER BY
  users__count DESC
LIMIT 10001
