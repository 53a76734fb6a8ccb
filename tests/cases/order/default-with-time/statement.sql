SELECT
  orders__status AS "orders.status",
  orders__created_at__year AS "orders.created_at.year",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    orders.status AS orders__status,
    CAST(DATE_TRUNC('YEAR', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__year,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
    (
      orders.created_at >= $1 AND (
        orders.created_at < $2
      )
    )
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__created_at__year ASC,
  orders__status ASC
LIMIT 10001
