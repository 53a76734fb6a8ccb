SELECT
  users__city AS "users.city",
  CAST(users__age__count_distinct AS BIGINT) AS "users.age__count_distinct"
FROM (
  SELECT
    users.city AS users__city,
    COUNT(DISTINCT users.age) AS users__age__count_distinct
  FROM demo.main.users AS users
  GROUP BY
    1
) AS core
ORDER BY
  users__age__count_distinct DESC,
  users__city ASC
LIMIT 10001
