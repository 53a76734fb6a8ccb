SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__created_at__month__subtotal AS BOOLEAN) AS "orders.created_at.month__subtotal",
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "orders.fees_in_three_months",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    facts.orders__created_at__month,
    facts.orders__created_at__month__subtotal,
    MAX(facts.orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
    MAX(facts.orders__fees) AS orders__fees
  FROM (
    SELECT
      orders__created_at__month,
      orders__created_at__month__subtotal,
      orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      NULL AS orders__fees
    FROM (
      SELECT
        *
      FROM (
        SELECT
          orders__created_at__month,
          0 AS orders__created_at__month__subtotal,
          orders__fees_in_three_months__0__in__orders__fees_in_three_months
        FROM (
          SELECT
            "orders.@periods".begins AS orders__created_at__month,
            SUM(".days".orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
          FROM (
            SELECT
              CAST(DATE_TRUNC('DAY', orders.created_at) AS DATE) AS ".day",
              SUM(orders.shipping_fee) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
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
              CAST('2024-02-01 00:00:00' AS DATE),
              CAST('2023-12-01 00:00:00' AS TIMESTAMP),
              CAST('2024-03-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-03-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-04-01 00:00:00' AS TIMESTAMP)
            )) AS "orders.@periods"(begins, low, high)
            ON NOT ".days".".day" IS NULL
            AND ".days".".day" >= "orders.@periods".low
            AND ".days".".day" < "orders.@periods".high
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS orders__created_at__month,
          1 AS orders__created_at__month__subtotal,
          orders__fees_in_three_months__0__in__orders__fees_in_three_months
        FROM (
          SELECT
            SUM(".days".orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
          FROM (
            SELECT
              CAST(DATE_TRUNC('DAY', orders.created_at) AS DATE) AS ".day",
              SUM(orders.shipping_fee) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
            FROM demo.main.orders AS orders
            WHERE
              (
                orders.created_at >= $3 AND (
                  orders.created_at < $2
                )
              )
            GROUP BY
              1
          ) AS ".days"
          INNER JOIN (VALUES
            (
              CAST('2024-02-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-04-01 00:00:00' AS TIMESTAMP)
            )) AS "orders.@periods"(begins, low, high)
            ON NOT ".days".".day" IS NULL
            AND ".days".".day" >= "orders.@periods".low
            AND ".days".".day" < "orders.@periods".high
        ) AS level
      ) AS levels
    ) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
    UNION ALL
    SELECT
      orders__created_at__month,
      orders__created_at__month__subtotal,
      NULL AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      orders__fees
    FROM (
      SELECT
        CAST(DATE_TRUNC('MONTH', orders.created_at) AS DATE) AS orders__created_at__month,
        GROUPING(CAST(DATE_TRUNC('MONTH', orders.created_at) AS DATE)) AS orders__created_at__month__subtotal,
        SUM(orders.shipping_fee) AS orders__fees
      FROM demo.main.orders AS orders
      WHERE
        (
          orders.created_at >= $4 AND (
            orders.created_at < $5
          )
        )
      GROUP BY
        GROUPING SETS (
          (
            1
          ),
          ()
        )
    ) AS orders__fees
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__created_at__month__subtotal ASC,
  orders__created_at__month ASC
LIMIT 10001
