SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__fees_this_year__0__in__orders__fees_this_year AS DECIMAL(38, 2)) AS "orders.fees_this_year",
  CAST(NEAREST_QUOTIENT(
    CAST(orders__average_fee_this_year__0__in__orders__average_fee_this_year * 100 AS INT128) * 10000,
    CAST(orders__average_fee_this_year__1__in__orders__average_fee_this_year AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.average_fee_this_year",
  CAST(orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year AS DECIMAL(38, 2)) AS "orders.fees_this_year_last_year"
FROM (
  SELECT
    facts.orders__created_at__month,
    MAX(facts.orders__fees_this_year__0__in__orders__fees_this_year) AS orders__fees_this_year__0__in__orders__fees_this_year,
    MAX(facts.orders__average_fee_this_year__0__in__orders__average_fee_this_year) AS orders__average_fee_this_year__0__in__orders__average_fee_this_year,
    COALESCE(MAX(facts.orders__average_fee_this_year__1__in__orders__average_fee_this_year), 0) AS orders__average_fee_this_year__1__in__orders__average_fee_this_year,
    MAX(
      facts.orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
    ) AS orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
  FROM (
    SELECT
      orders__created_at__month,
      orders__fees_this_year__0__in__orders__fees_this_year,
      NULL AS orders__average_fee_this_year__0__in__orders__average_fee_this_year,
      NULL AS orders__average_fee_this_year__1__in__orders__average_fee_this_year,
      NULL AS orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(".days".orders__fees_this_year__0__in__orders__fees_this_year) AS orders__fees_this_year__0__in__orders__fees_this_year
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at) AS DATE) AS ".day",
          SUM(orders.shipping_fee) AS orders__fees_this_year__0__in__orders__fees_this_year
        FROM demo.main.orders AS orders
        WHERE
          (
            orders.created_at >= $1 AND (
              orders.created_at < $2
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-12-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-02-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-03-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-16 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "orders.@periods".low
        AND ".days".".day" < "orders.@periods".high
      GROUP BY
        1
    ) AS orders__fees_this_year__0__in__orders__fees_this_year
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__fees_this_year__0__in__orders__fees_this_year,
      orders__average_fee_this_year__0__in__orders__average_fee_this_year,
      orders__average_fee_this_year__1__in__orders__average_fee_this_year,
      NULL AS orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(".days".orders__average_fee_this_year__0__in__orders__average_fee_this_year) AS orders__average_fee_this_year__0__in__orders__average_fee_this_year,
        COALESCE(
          CAST(SUM(".days".orders__average_fee_this_year__1__in__orders__average_fee_this_year) AS BIGINT),
          0
        ) AS orders__average_fee_this_year__1__in__orders__average_fee_this_year
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at) AS DATE) AS ".day",
          SUM(orders.shipping_fee) AS orders__average_fee_this_year__0__in__orders__average_fee_this_year,
          COUNT(orders.shipping_fee) AS orders__average_fee_this_year__1__in__orders__average_fee_this_year
        FROM demo.main.orders AS orders
        WHERE
          (
            orders.created_at >= $1 AND (
              orders.created_at < $2
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-12-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-02-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-03-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-16 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "orders.@periods".low
        AND ".days".".day" < "orders.@periods".high
      GROUP BY
        1
    ) AS orders__average_fee_this_year__0__in__orders__average_fee_this_year
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__fees_this_year__0__in__orders__fees_this_year,
      NULL AS orders__average_fee_this_year__0__in__orders__average_fee_this_year,
      NULL AS orders__average_fee_this_year__1__in__orders__average_fee_this_year,
      orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(
          ".days".orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
        ) AS orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', (
            orders.created_at + INTERVAL '12' MONTH
          )) AS DATE) AS ".day",
          SUM(orders.shipping_fee) AS orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
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
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-12-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-02-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-03-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-16 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "orders.@periods".low
        AND ".days".".day" < "orders.@periods".high
      GROUP BY
        1
    ) AS orders__fees_this_year__0__in__orders__fees_this_year_last_year__in__orders__fees_this_year
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__month ASC
LIMIT 10001
