SELECT
  orders__created_at__day AS "orders.created_at.day",
  CAST(orders__count__in__orders__count_last_year AS BIGINT) AS "orders.count_last_year"
FROM (
  SELECT
    CAST(DATE_TRUNC('DAY', (
      orders.created_at + INTERVAL '12' MONTH
    )) AS DATE) AS orders__created_at__day,
    COUNT(*) AS orders__count__in__orders__count_last_year
  FROM demo.main.orders AS orders
  WHERE
    (
      (
        orders.created_at + INTERVAL '12' MONTH
      ) >= $1
      AND (
        (
          orders.created_at + INTERVAL '12' MONTH
        ) < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__day ASC
LIMIT 10001
