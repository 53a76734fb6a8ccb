SELECT
  orders__created_at__hour AS "orders.created_at.hour",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      DATE_TRUNC('HOUR', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS orders__created_at__hour,
      COUNT(*) AS orders__count
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
    facts.orders__created_at__hour,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      orders__created_at__hour,
      orders__count
    FROM ".answered"
    UNION ALL
    SELECT
      orders__created_at__hour.orders__created_at__hour,
      NULL AS orders__count
    FROM (
      SELECT
        periods.period AS orders__created_at__hour
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3600' SECOND)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
      WHERE
        periods.period AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'Europe/Copenhagen' < periods.period + INTERVAL '3600' SECOND
    ) AS orders__created_at__hour
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__hour ASC
LIMIT 10001
