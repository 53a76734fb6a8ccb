SELECT
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "orders.fees_in_three_months"
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
        orders.status = $1
        AND (
          NOT orders.is_gift IS NULL
        )
        AND (
          orders.created_at >= $2
        )
        AND (
          orders.created_at < $3
        )
      )
    GROUP BY
      1
  ) AS ".days"
  INNER JOIN (VALUES
    (
      CAST('2024-02-01 00:00:00' AS DATE),
      CAST('2024-02-01 00:00:00' AS TIMESTAMP),
      CAST('2024-05-01 00:00:00' AS TIMESTAMP)
    )) AS "orders.@periods"(begins, low, high)
    ON NOT ".days".".day" IS NULL
    AND ".days".".day" >= "orders.@periods".low
    AND ".days".".day" < "orders.@periods".high
) AS core
ORDER BY
  orders__fees_in_three_months__0__in__orders__fees_in_three_months DESC
LIMIT 10001
