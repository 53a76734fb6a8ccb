SELECT
  orders__created_at__month AS "orders.created_at.month",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      CAST(DATE_TRUNC('MONTH', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__month,
      COUNT(*) AS orders__count,
      SUM(orders.shipping_fee) AS orders__fees
    FROM demo.main.orders AS orders
    WHERE
      (
        orders.created_at >= $1 AND (
          orders.created_at < $2
        )
      )
    GROUP BY
      1
  )
  SELECT
    facts.orders__created_at__month,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.orders__fees) AS orders__fees
  FROM (
    SELECT
      orders__created_at__month,
      orders__count,
      orders__fees
    FROM ".answered"
    UNION ALL
    SELECT
      orders__created_at__month.orders__created_at__month,
      NULL AS orders__count,
      NULL AS orders__fees
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS orders__created_at__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
      WHERE
        periods.period AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'Europe/Copenhagen' < periods.period + INTERVAL '1' MONTH
    ) AS orders__created_at__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__month ASC
LIMIT 10001
