SELECT
  CAST(NEAREST_QUOTIENT(
    CAST(users__average_age__0 AS INT128) * 1000000,
    CAST(users__average_age__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "users.average_age",
  CAST(NEAREST_QUOTIENT(
    CAST(orders__average_fee__0 * 100 AS INT128) * 10000,
    CAST(orders__average_fee__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.average_fee"
FROM (
  SELECT
    MAX(facts.users__average_age__0) AS users__average_age__0,
    COALESCE(MAX(facts.users__average_age__1), 0) AS users__average_age__1,
    MAX(facts.orders__average_fee__0) AS orders__average_fee__0,
    COALESCE(MAX(facts.orders__average_fee__1), 0) AS orders__average_fee__1
  FROM (
    SELECT
      users__average_age__0,
      users__average_age__1,
      NULL AS orders__average_fee__0,
      NULL AS orders__average_fee__1
    FROM (
      SELECT
        SUM(users.age) AS users__average_age__0,
        COUNT(users.age) AS users__average_age__1
      FROM demo.main.users AS users
    ) AS users__average_age__0
    UNION ALL
    SELECT
      NULL AS users__average_age__0,
      NULL AS users__average_age__1,
      orders__average_fee__0,
      orders__average_fee__1
    FROM (
      SELECT
        SUM(orders.shipping_fee) AS orders__average_fee__0,
        COUNT(orders.shipping_fee) AS orders__average_fee__1
      FROM demo.main.orders AS orders
    ) AS orders__average_fee__0
  ) AS facts
) AS core
ORDER BY
  CAST(users__average_age__0 AS DOUBLE) / NULLIF(users__average_age__1, 0) DESC
LIMIT 10001
