WITH ".top" AS MATERIALIZED (
  SELECT
    users__city,
    TRUE AS met
  FROM (
    SELECT
      "orders.users".city AS users__city,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.users AS "orders.users"
      ON orders.user_id = "orders.users".id
    GROUP BY
      1
  ) AS core
  ORDER BY
    orders__count DESC,
    users__city ASC
  LIMIT 3
)
SELECT
  users__city AS "users.city",
  users__city__rest AS "users.city__rest",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    CASE WHEN ".top".met THEN "orders.users".city END AS users__city,
    ".top".met IS NULL AS users__city__rest,
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__fees
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  LEFT JOIN ".top"
    ON ".top".users__city IS NOT DISTINCT FROM "orders.users".city
  GROUP BY
    1,
    2
) AS core
ORDER BY
  users__city__rest ASC,
  users__city DESC
LIMIT 10001
