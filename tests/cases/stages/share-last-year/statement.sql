SELECT
  orders__status AS "orders.status",
  CAST(NEAREST_QUOTIENT(
    (
      100 * CAST(orders__fees__in__orders__share_last_year * 100 AS INT128)
    ) * 1000000,
    CAST(orders__fees__in__orders__share_last_year__in__orders__fees_of_all * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.share_last_year"
FROM (
  SELECT
    facts.orders__status,
    facts.orders__fees__in__orders__share_last_year AS orders__fees__in__orders__share_last_year,
    orders__fees__in__orders__share_last_year__in__orders__fees_of_all.orders__fees__in__orders__share_last_year__in__orders__fees_of_all AS orders__fees__in__orders__share_last_year__in__orders__fees_of_all
  FROM (
    SELECT
      orders.status AS orders__status,
      SUM(orders.shipping_fee) AS orders__fees__in__orders__share_last_year
    FROM demo.main.orders AS orders
    WHERE
      (
        (
          orders.created_at + INTERVAL '12' MONTH
        ) >= $1
        AND (
          (
            orders.created_at + INTERVAL '12' MONTH
          ) < $2
        )
      )
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(orders.shipping_fee) AS orders__fees__in__orders__share_last_year__in__orders__fees_of_all
    FROM demo.main.orders AS orders
    WHERE
      (
        (
          orders.created_at + INTERVAL '12' MONTH
        ) >= $1
        AND (
          (
            orders.created_at + INTERVAL '12' MONTH
          ) < $2
        )
      )
  ) AS orders__fees__in__orders__share_last_year__in__orders__fees_of_all
) AS core
ORDER BY
  orders__status ASC
LIMIT 10001
