SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__running_fees__0__in__orders__running_fees AS DECIMAL(38, 2)) AS "orders.running_fees",
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "orders.fees_in_three_months",
  CAST(orders__buyers_in_two_months__0__in__orders__buyers_in_two_months AS BIGINT) AS "orders.buyers_in_two_months",
  CAST(orders__count_before__0__in__orders__count_before AS BIGINT) AS "orders.count_before",
  CAST(orders__count_ahead__0__in__orders__count_ahead AS BIGINT) AS "orders.count_ahead"
FROM (
  SELECT
    facts.orders__created_at__month,
    MAX(facts.orders__running_fees__0__in__orders__running_fees) AS orders__running_fees__0__in__orders__running_fees,
    MAX(facts.orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
    COALESCE(MAX(facts.orders__buyers_in_two_months__0__in__orders__buyers_in_two_months), 0) AS orders__buyers_in_two_months__0__in__orders__buyers_in_two_months,
    COALESCE(MAX(facts.orders__count_before__0__in__orders__count_before), 0) AS orders__count_before__0__in__orders__count_before,
    COALESCE(MAX(facts.orders__count_ahead__0__in__orders__count_ahead), 0) AS orders__count_ahead__0__in__orders__count_ahead
  FROM (
    SELECT
      orders__created_at__month,
      orders__running_fees__0__in__orders__running_fees,
      NULL AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      NULL AS orders__buyers_in_two_months__0__in__orders__buyers_in_two_months,
      NULL AS orders__count_before__0__in__orders__count_before,
      NULL AS orders__count_ahead__0__in__orders__count_ahead
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(".days".orders__running_fees__0__in__orders__running_fees) AS orders__running_fees__0__in__orders__running_fees
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
          SUM(orders.shipping_fee) AS orders__running_fees__0__in__orders__running_fees
        FROM demo.main.orders AS orders
        WHERE
          orders.created_at < $1
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-01-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-02-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-03-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-04-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-05-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-05-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-06-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL AND ".days".".day" < "orders.@periods".high
      GROUP BY
        1
    ) AS orders__running_fees__0__in__orders__running_fees
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__running_fees__0__in__orders__running_fees,
      orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      NULL AS orders__buyers_in_two_months__0__in__orders__buyers_in_two_months,
      NULL AS orders__count_before__0__in__orders__count_before,
      NULL AS orders__count_ahead__0__in__orders__count_ahead
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        SUM(".days".orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
          SUM(orders.shipping_fee) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
        FROM demo.main.orders AS orders
        WHERE
          (
            orders.created_at >= $2 AND (
              orders.created_at < $1
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-01-01 00:00:00' AS DATE),
          CAST('2023-11-01 00:00:00' AS TIMESTAMP),
          CAST('2024-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-02-01 00:00:00' AS DATE),
          CAST('2023-12-01 00:00:00' AS TIMESTAMP),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-03-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-04-01 00:00:00' AS DATE),
          CAST('2024-02-01 00:00:00' AS TIMESTAMP),
          CAST('2024-05-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-05-01 00:00:00' AS DATE),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP),
          CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-06-01 00:00:00' AS DATE),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "orders.@periods".low
        AND ".days".".day" < "orders.@periods".high
      GROUP BY
        1
    ) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__running_fees__0__in__orders__running_fees,
      NULL AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      orders__buyers_in_two_months__0__in__orders__buyers_in_two_months,
      NULL AS orders__count_before__0__in__orders__count_before,
      NULL AS orders__count_ahead__0__in__orders__count_ahead
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        COUNT(DISTINCT orders.user_id) AS orders__buyers_in_two_months__0__in__orders__buyers_in_two_months
      FROM demo.main.orders AS orders
      INNER JOIN (VALUES
        (
          CAST('2024-01-01 00:00:00' AS DATE),
          CAST('2023-12-01 00:00:00' AS TIMESTAMP),
          CAST('2024-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-02-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-03-01 00:00:00' AS DATE),
          CAST('2024-02-01 00:00:00' AS TIMESTAMP),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-04-01 00:00:00' AS DATE),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP),
          CAST('2024-05-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-05-01 00:00:00' AS DATE),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP),
          CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-06-01 00:00:00' AS DATE),
          CAST('2024-05-01 00:00:00' AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' IS NULL
        AND orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' >= "orders.@periods".low
        AND orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' < "orders.@periods".high
      WHERE
        (
          orders.created_at >= $3 AND (
            orders.created_at < $1
          )
        )
      GROUP BY
        1
    ) AS orders__buyers_in_two_months__0__in__orders__buyers_in_two_months
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__running_fees__0__in__orders__running_fees,
      NULL AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      NULL AS orders__buyers_in_two_months__0__in__orders__buyers_in_two_months,
      orders__count_before__0__in__orders__count_before,
      NULL AS orders__count_ahead__0__in__orders__count_ahead
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        COALESCE(CAST(SUM(".days".orders__count_before__0__in__orders__count_before) AS BIGINT), 0) AS orders__count_before__0__in__orders__count_before
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
          COUNT(*) AS orders__count_before__0__in__orders__count_before
        FROM demo.main.orders AS orders
        WHERE
          orders.created_at < $4
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-01-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-02-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-02-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-03-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-04-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-05-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-05-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-06-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL AND ".days".".day" < "orders.@periods".high
      GROUP BY
        1
    ) AS orders__count_before__0__in__orders__count_before
    UNION ALL
    SELECT
      orders__created_at__month,
      NULL AS orders__running_fees__0__in__orders__running_fees,
      NULL AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      NULL AS orders__buyers_in_two_months__0__in__orders__buyers_in_two_months,
      NULL AS orders__count_before__0__in__orders__count_before,
      orders__count_ahead__0__in__orders__count_ahead
    FROM (
      SELECT
        "orders.@periods".begins AS orders__created_at__month,
        COALESCE(CAST(SUM(".days".orders__count_ahead__0__in__orders__count_ahead) AS BIGINT), 0) AS orders__count_ahead__0__in__orders__count_ahead
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
          COUNT(*) AS orders__count_ahead__0__in__orders__count_ahead
        FROM demo.main.orders AS orders
        WHERE
          (
            orders.created_at >= $5 AND (
              orders.created_at < $6
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-01-01 00:00:00' AS DATE),
          CAST('2024-02-01 00:00:00' AS TIMESTAMP),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-02-01 00:00:00' AS DATE),
          CAST('2024-03-01 00:00:00' AS TIMESTAMP),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-03-01 00:00:00' AS DATE),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP),
          CAST('2024-05-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-04-01 00:00:00' AS DATE),
          CAST('2024-05-01 00:00:00' AS TIMESTAMP),
          CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-05-01 00:00:00' AS DATE),
          CAST('2024-06-01 00:00:00' AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        ),
        (
          CAST('2024-06-01 00:00:00' AS DATE),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP),
          CAST('2024-08-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "orders.@periods".low
        AND ".days".".day" < "orders.@periods".high
      GROUP BY
        1
    ) AS orders__count_ahead__0__in__orders__count_ahead
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__month ASC
LIMIT 10001
