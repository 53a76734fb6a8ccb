SELECT
  users__age_group AS "users.age_group",
  CAST(users__count AS BIGINT) AS "users.count",
  CAST(NEAREST_QUOTIENT(
    CAST(users__average_age__0 AS INT128) * 1000000,
    CAST(users__average_age__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "users.average_age"
FROM (
  SELECT
    (
      CASE
        WHEN users.age < 18
        THEN 'under 18'
        WHEN users.age < 50
        THEN '18-49'
        WHEN users.age >= 50
        THEN '50+'
      END
    ) AS users__age_group,
    COUNT(*) AS users__count,
    SUM(users.age) AS users__average_age__0,
    COUNT(users.age) AS users__average_age__1
  FROM demo.main.users AS users
  GROUP BY
    1
) AS core
ORDER BY
  users__age_group ASC
LIMIT 10001
