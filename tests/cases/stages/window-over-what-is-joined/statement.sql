SELECT
  periods__category AS "periods.category",
  periods__created_at__quarter AS "periods.created_at.quarter",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "periods.fees",
  CAST(orders__fees_in_three_months__0__in__orders__fees_in_three_months AS DECIMAL(38, 2)) AS "periods.fees_in_three_months"
FROM (
  SELECT
    facts.periods__category,
    facts.periods__created_at__quarter,
    MAX(facts.orders__fees) AS orders__fees,
    MAX(facts.orders__fees_in_three_months__0__in__orders__fees_in_three_months) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
  FROM (
    SELECT
      periods__category,
      periods__created_at__quarter,
      orders__fees,
      NULL AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
    FROM (
      SELECT
        once.periods__category,
        once.periods__created_at__quarter,
        SUM(orders.shipping_fee) AS orders__fees
      FROM demo.main.orders AS orders
      INNER JOIN (
        SELECT DISTINCT
          "orders.line_items.products".category AS periods__category,
          CAST(DATE_TRUNC('QUARTER', orders.created_at) AS DATE) AS periods__created_at__quarter,
          orders.id AS orders__key_0
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.line_items AS "orders.line_items"
          ON orders.id = "orders.line_items".order_id
        LEFT JOIN demo.main.products AS "orders.line_items.products"
          ON "orders.line_items".product_id = "orders.line_items.products".id
        WHERE
          (
            orders.created_at >= $1 AND (
              orders.created_at < $2
            )
          )
      ) AS once
        ON once.orders__key_0 = orders.id
      GROUP BY
        1,
        2
    ) AS orders__fees
    UNION ALL
    SELECT
      periods__category,
      periods__created_at__quarter,
      NULL AS orders__fees,
      orders__fees_in_three_months__0__in__orders__fees_in_three_months
    FROM (
      SELECT
        once.periods__category,
        once.periods__created_at__quarter,
        SUM(orders.shipping_fee) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
      FROM demo.main.orders AS orders
      INNER JOIN (
        SELECT DISTINCT
          "orders.line_items.products".category AS periods__category,
          "orders.@periods".begins AS periods__created_at__quarter,
          orders.id AS orders__key_0
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.line_items AS "orders.line_items"
          ON orders.id = "orders.line_items".order_id
        LEFT JOIN demo.main.products AS "orders.line_items.products"
          ON "orders.line_items".product_id = "orders.line_items.products".id
        INNER JOIN (VALUES
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-04-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-04-01 00:00:00' AS DATE),
            CAST('2024-04-01 00:00:00' AS TIMESTAMP),
            CAST('2024-07-01 00:00:00' AS TIMESTAMP)
          )) AS "orders.@periods"(begins, low, high)
          ON NOT orders.created_at IS NULL
          AND orders.created_at >= "orders.@periods".low
          AND orders.created_at < "orders.@periods".high
        WHERE
          (
            orders.created_at >= $3 AND (
              orders.created_at < $4
            )
          )
      ) AS once
        ON once.orders__key_0 = orders.id
      GROUP BY
        1,
        2
    ) AS orders__fees_in_three_months__0__in__orders__fees_in_three_months
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  periods__created_at__quarter ASC,
  periods__category ASC
LIMIT 10001
