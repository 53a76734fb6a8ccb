SELECT
  CAST(orders__count__in__orders__count_last_year AS BIGINT) AS "orders.count_last_year",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    COALESCE(MAX(facts.orders__count__in__orders__count_last_year), 0) AS orders__count__in__orders__count_last_year,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      orders__count__in__orders__count_last_year,
      NULL AS orders__count
    FROM (
      SELECT
        COUNT(*) AS orders__count__in__orders__count_last_year
      FROM demo.main.orders AS orders
      WHERE
        (
          (
            orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '12' MONTH
          ) >= $1
          AND (
            (
              orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '12' MONTH
            ) < $2
          )
        )
    ) AS orders__count__in__orders__count_last_year
    UNION ALL
    SELECT
      NULL AS orders__count__in__orders__count_last_year,
      orders__count
    FROM (
      SELECT
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      WHERE
        (
          orders.created_at >= $3 AND (
            orders.created_at < $4
          )
        )
    ) AS orders__count
  ) AS facts
) AS core
ORDER BY
  orders__count__in__orders__count_last_year DESC
LIMIT 10001
