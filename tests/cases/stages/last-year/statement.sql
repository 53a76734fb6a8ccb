SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__count__in__orders__count_last_year AS BIGINT) AS "orders.count_last_year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(orders__count AS INT128) - CAST(orders__count__in__orders__count_last_year AS INT128)
    ) * 1000000,
    1
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.growth"
FROM (
  SELECT
    facts.orders__created_at__month,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    COALESCE(MAX(facts.orders__count__in__orders__count_last_year), 0) AS orders__count__in__orders__count_last_year
  FROM (
    SELECT
      orders__created_at__month,
      orders__count,
      NULL AS orders__count__in__orders__count_last_year
    FROM (
      SELECT
        CAST(DATE_TRUNC('MONTH', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__month,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
      WHERE
        (
          orders.created_at >= $1 AND (
            orders.created_at < $2
          )
        )
      GROUP BY
        1
    ) AS orders__count
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__count,
      orders__count__in__orders__count_last_year
    FROM (
      SELECT
        CAST(DATE_TRUNC(
          'MONTH',
          (
            orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '12' MONTH
          )
        ) AS DATE) AS orders__created_at__month,
        COUNT(*) AS orders__count__in__orders__count_last_year
      FROM demo.main.orders AS orders
      WHERE
        (
          (
            orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '12' MONTH
          ) >= $3
          AND (
            (
              orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '12' MONTH
            ) < $4
          )
        )
      GROUP BY
        1
    ) AS orders__count__in__orders__count_last_year
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__month ASC
LIMIT 10001
