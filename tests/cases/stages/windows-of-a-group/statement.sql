SELECT
  orders__status AS "orders.status",
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "orders.fees_in_three_months"
FROM (
  SELECT
    orders.status AS orders__status,
    "orders.@periods".begins AS orders__created_at__month,
    SUM(orders.shipping_fee) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
  FROM demo.main.orders AS orders
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
    ON NOT orders.created_at IS NULL
    AND orders.created_at >= "orders.@periods".low
    AND orders.created_at < "orders.@periods".high
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__created_at__month ASC,
  orders__status ASC
LIMIT 10001
