SELECT
  users__name AS "users.name",
  CAST(users__count AS BIGINT) AS "users.count"
FROM (
  SELECT
    users.name AS users__name,
    COUNT(*) AS users__count
  FROM demo.main.users AS users
  WHERE
    (
      users.city IS NULL AND (
        NOT users.age IS NULL
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  users__name ASC
LIMIT 10001
