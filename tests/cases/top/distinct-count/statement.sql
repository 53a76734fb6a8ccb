WITH ".top" AS MATERIALIZED (
  SELECT
    orders__created_at__month,
    TRUE AS met
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__month,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    GROUP BY
      1
  ) AS core
  ORDER BY
    orders__count DESC,
    orders__created_at__month ASC
  LIMIT 3
)
SELECT
  orders__created_at__month AS "orders.created_at.month",
  orders__created_at__month__rest AS "orders.created_at.month__rest",
  CAST(orders__buyers AS BIGINT) AS "orders.buyers",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    CASE
      WHEN ".top".met
      THEN CAST(DATE_TRUNC('MONTH', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE)
    END AS orders__created_at__month,
    ".top".met IS NULL AS orders__created_at__month__rest,
    COUNT(DISTINCT orders.user_id) AS orders__buyers,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN ".top"
    ON ".top".orders__created_at__month IS NOT DISTINCT FROM CAST(DATE_TRUNC('MONTH', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE)
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__created_at__month__rest ASC,
  orders__created_at__month DESC
LIMIT 10001
