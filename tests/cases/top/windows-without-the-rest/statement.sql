WITH ".top" AS MATERIALIZED (
  SELECT
    orders__created_at__month,
    TRUE AS met
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__month,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    WHERE
      (
        orders.created_at >= $3 AND (
          orders.created_at < $4
        )
      )
    GROUP BY
      1
  ) AS core
  ORDER BY
    orders__count DESC,
    orders__created_at__month ASC
  LIMIT 1
)
SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__running_fees__0__in__orders__running_fees AS DECIMAL(38, 2)) AS "orders.running_fees",
  CAST(orders__fees_this_year__0__in__orders__fees_this_year AS DECIMAL(38, 2)) AS "orders.fees_this_year"
FROM (
  SELECT
    facts.orders__created_at__month,
    MAX(facts.orders__running_fees__0__in__orders__running_fees) AS orders__running_fees__0__in__orders__running_fees,
    MAX(facts.orders__fees_this_year__0__in__orders__fees_this_year) AS orders__fees_this_year__0__in__orders__fees_this_year
  FROM (
    SELECT
      orders__created_at__month,
      orders__running_fees__0__in__orders__running_fees,
      NULL AS orders__fees_this_year__0__in__orders__fees_this_year
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(orders.shipping_fee) AS orders__running_fees__0__in__orders__running_fees
      FROM demo.main.orders AS orders
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2025-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-02-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-03-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2025-04-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-04-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2025-05-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' IS NULL
        AND orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' < "orders.@periods".high
      LEFT JOIN ".top"
        ON ".top".orders__created_at__month IS NOT DISTINCT FROM "orders.@periods".begins
      WHERE
        orders.created_at < $1 AND ".top".met
      GROUP BY
        1
    ) AS orders__running_fees__0__in__orders__running_fees
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__running_fees__0__in__orders__running_fees,
      orders__fees_this_year__0__in__orders__fees_this_year
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(orders.shipping_fee) AS orders__fees_this_year__0__in__orders__fees_this_year
      FROM demo.main.orders AS orders
      INNER JOIN (VALUES
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
          CAST('2025-04-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2025-04-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-05-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' IS NULL
        AND orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' >= "orders.@periods".low
        AND orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' < "orders.@periods".high
      LEFT JOIN ".top"
        ON ".top".orders__created_at__month IS NOT DISTINCT FROM "orders.@periods".begins
      WHERE
        (
          orders.created_at >= $2 AND (
            orders.created_at < $1
          )
        ) AND ".top".met
      GROUP BY
        1
    ) AS orders__fees_this_year__0__in__orders__fees_this_year
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__month ASC
LIMIT 10001
