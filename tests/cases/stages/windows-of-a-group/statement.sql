SELECT
  orders__status AS "orders.status",
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "orders.fees_in_three_months"
FROM (
  SELECT
    ".days".orders__status AS orders__status,
    "orders.@periods".begins AS orders__created_at__month,
    SUM(".days".orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
  FROM (
    SELECT
      orders.status AS orders__status,
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
      1,
      2
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
    ),
    (
      CAST('2024-04-01 00:00:00' AS DATE),
      CAST('2024-02-01 00:00:00' AS TIMESTAMP),
      CAST('2024-05-01 00:00:00' AS TIMESTAMP)
    )) AS "orders.@periods"(begins, low, high)
    ON NOT ".days".".day" IS NULL
    AND ".days".".day" >= "orders.@periods".low
    AND ".days".".day" < "orders.@periods".high
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__created_at__month ASC,
  orders__status ASC
LIMIT 10001
