SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__running_fees__0__in__orders__running_fees AS DECIMAL(38, 2)) AS "orders.running_fees",
  CAST(orders__count_before__0__in__orders__count_before AS BIGINT) AS "orders.count_before"
FROM (
  SELECT
    facts.orders__created_at__month,
    MAX(facts.orders__running_fees__0__in__orders__running_fees) AS orders__running_fees__0__in__orders__running_fees,
    COALESCE(MAX(facts.orders__count_before__0__in__orders__count_before), 0) AS orders__count_before__0__in__orders__count_before
  FROM (
    SELECT
      orders__created_at__month,
      orders__running_fees__0__in__orders__running_fees,
      NULL AS orders__count_before__0__in__orders__count_before
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(".days".orders__running_fees__0__in__orders__running_fees) AS orders__running_fees__0__in__orders__running_fees
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
          SUM(orders.shipping_fee) AS orders__running_fees__0__in__orders__running_fees
        FROM demo.main.orders AS orders
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('0001-01-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST(NULL AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL AND FALSE
      GROUP BY
        1
    ) AS orders__running_fees__0__in__orders__running_fees
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__running_fees__0__in__orders__running_fees,
      orders__count_before__0__in__orders__count_before
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        CAST(SUM(".days".orders__count_before__0__in__orders__count_before) AS BIGINT) AS orders__count_before__0__in__orders__count_before
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
          COUNT(*) AS orders__count_before__0__in__orders__count_before
        FROM demo.main.orders AS orders
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('0001-01-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST(NULL AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL AND FALSE
      GROUP BY
        1
    ) AS orders__count_before__0__in__orders__count_before
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__month ASC
LIMIT 10001
