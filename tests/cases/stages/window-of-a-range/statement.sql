SELECT
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "orders.fees_in_three_months",
  CAST(orders__running_fees__0__in__orders__running_fees AS DECIMAL(38, 2)) AS "orders.running_fees"
FROM (
  SELECT
    MAX(facts.orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
    MAX(facts.orders__running_fees__0__in__orders__running_fees) AS orders__running_fees__0__in__orders__running_fees
  FROM (
    SELECT
      orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      NULL AS orders__running_fees__0__in__orders__running_fees
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
            orders.created_at >= $1 AND (
              orders.created_at < $2
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-06-01 00:00:00' AS DATE),
          CAST('2024-04-01 00:00:00' AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "orders.@periods".low
        AND ".days".".day" < "orders.@periods".high
    ) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
    UNION ALL
    SELECT
      NULL AS orders__fees_in_three_months__0__in__orders__fees_in_three_months,
      orders__running_fees__0__in__orders__running_fees
    FROM (
      SELECT
        SUM(".days".orders__running_fees__0__in__orders__running_fees) AS orders__running_fees__0__in__orders__running_fees
      FROM (
        SELECT
          CAST(DATE_TRUNC('DAY', orders.created_at) AS DATE) AS ".day",
          SUM(orders.shipping_fee) AS orders__running_fees__0__in__orders__running_fees
        FROM demo.main.orders AS orders
        WHERE
          orders.created_at < $2
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-06-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "orders.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL AND ".days".".day" < "orders.@periods".high
    ) AS orders__running_fees__0__in__orders__running_fees
  ) AS facts
) AS core
ORDER BY
  orders__fees_in_three_months__0__in__orders__fees_in_three_months DESC
LIMIT 10001
