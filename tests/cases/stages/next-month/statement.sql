SELECT
  orders__buyer_city AS "orders.buyer_city",
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__fees__in__orders__fees_next_month AS DECIMAL(38, 2)) AS "orders.fees_next_month",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    facts.orders__buyer_city,
    facts.orders__created_at__month,
    MAX(facts.orders__fees__in__orders__fees_next_month) AS orders__fees__in__orders__fees_next_month,
    MAX(facts.orders__fees) AS orders__fees
  FROM (
    SELECT
      orders__buyer_city,
      orders__created_at__month,
      orders__fees__in__orders__fees_next_month,
      NULL AS orders__fees
    FROM (
      SELECT
        "orders.users".city AS orders__buyer_city,
        CAST(DATE_TRUNC('MONTH', (
          orders.created_at + INTERVAL '-1' MONTH
        )) AS DATE) AS orders__created_at__month,
        SUM(orders.shipping_fee) AS orders__fees__in__orders__fees_next_month
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
      WHERE
        (
          (
            orders.created_at + INTERVAL '-1' MONTH
          ) >= $1
          AND (
            (
              orders.created_at + INTERVAL '-1' MONTH
            ) < $2
          )
        )
      GROUP BY
        1,
        2
    ) AS orders__fees__in__orders__fees_next_month
    UNION ALL
    SELECT
      orders__buyer_city,
      orders__created_at__month,
      NULL AS orders__fees__in__orders__fees_next_month,
      orders__fees
    FROM (
      SELECT
        "orders.users".city AS orders__buyer_city,
        CAST(DATE_TRUNC('MONTH', orders.created_at) AS DATE) AS orders__created_at__month,
        SUM(orders.shipping_fee) AS orders__fees
      FROM demo.main.orders AS orders
      LEFT JOIN demo.main.users AS "orders.users"
        ON orders.user_id = "orders.users".id
      WHERE
        (
          orders.created_at >= $1 AND (
            orders.created_at < $2
          )
        )
      GROUP BY
        1,
        2
    ) AS orders__fees
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__created_at__month ASC,
  orders__buyer_city ASC
LIMIT 10001
