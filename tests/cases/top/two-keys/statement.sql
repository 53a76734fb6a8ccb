WITH ".top" AS MATERIALIZED (
  SELECT
    users__city,
    TRUE AS met
  FROM (
    SELECT
      "orders.users".city AS users__city,
      SUM(orders.shipping_fee) AS orders__fees
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.users AS "orders.users"
      ON orders.user_id = "orders.users".id
    GROUP BY
      1
  ) AS core
  ORDER BY
    orders__fees DESC,
    users__city ASC
  LIMIT 2
)
SELECT
  orders__status AS "orders.status",
  users__city AS "users.city",
  users__city__rest AS "users.city__rest",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(NEAREST_QUOTIENT(CAST(orders__fees * 100 AS INT128) * 10000, CAST(orders__buyers AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.fee_per_buyer"
FROM (
  SELECT
    orders.status AS orders__status,
    CASE WHEN ".top".met THEN "orders.users".city END AS users__city,
    ".top".met IS NULL AS users__city__rest,
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__fees,
    COUNT(DISTINCT orders.user_id) AS orders__buyers
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  LEFT JOIN ".top"
    ON ".top".users__city IS NOT DISTINCT FROM "orders.users".city
  GROUP BY
    1,
    2,
    3
) AS core
ORDER BY
  orders__status ASC,
  users__city__rest ASC,
  users__city ASC
LIMIT 10001
