SELECT
  orders__created_at__year AS "orders.created_at.year",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__year,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__year ASC
LIMIT 10001
