SELECT
  orders__created_at__quarter AS "orders.created_at.quarter",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      CAST(DATE_TRUNC('QUARTER', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS orders__created_at__quarter,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    WHERE
      orders.status = $1
    GROUP BY
      1
  )
  SELECT
    facts.orders__created_at__quarter,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      orders__created_at__quarter,
      orders__count
    FROM ".answered"
    UNION ALL
    SELECT
      orders__created_at__quarter.orders__created_at__quarter,
      NULL AS orders__count
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS orders__created_at__quarter
      FROM (
        SELECT
          UNNEST(
            GENERATE_SERIES(
              ".bounds".first,
              CASE
                WHEN DATE_DIFF('MONTH', ".bounds".first, ".bounds".last) > 29997
                THEN CAST(ERROR('More than 10000 periods would be listed.') AS TIMESTAMP)
                ELSE ".bounds".last
              END,
              INTERVAL '3' MONTH
            )
          ) AS period
        FROM (
          SELECT
            CAST(MIN(orders__created_at__quarter) FILTER(WHERE
              ISFINITE(orders__created_at__quarter)) AS TIMESTAMP) AS first,
            CAST(MAX(orders__created_at__quarter) FILTER(WHERE
              ISFINITE(orders__created_at__quarter)) AS TIMESTAMP) AS last
          FROM ".answered"
        ) AS ".bounds"
      ) AS periods
      WHERE
        periods.period AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'Europe/Copenhagen' < periods.period + INTERVAL '3' MONTH
    ) AS orders__created_at__quarter
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__created_at__quarter ASC
LIMIT 10001
