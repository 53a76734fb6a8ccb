SELECT
  sales__store AS "sales.store",
  sales__created_at__week AS "sales.created_at.week",
  CAST(orders__count AS BIGINT) AS "sales.count"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "orders.stores".name AS sales__store,
      CAST(DATE_TRUNC('WEEK', orders.created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS sales__created_at__week,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.stores AS "orders.stores"
      ON orders.store_id = "orders.stores".id
    WHERE
      (
        orders.created_at >= $1 AND (
          orders.created_at < $2
        )
      )
    GROUP BY
      1,
      2
  )
  SELECT
    facts.sales__store,
    facts.sales__created_at__week,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count
  FROM (
    SELECT
      sales__store,
      sales__created_at__week,
      orders__count
    FROM ".answered"
    UNION ALL
    SELECT
      others.sales__store,
      sales__created_at__week.sales__created_at__week,
      NULL AS orders__count
    FROM (
      SELECT DISTINCT
        sales__store
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT
        CAST(periods.period AS DATE) AS sales__created_at__week
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '604800' SECOND)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
      WHERE
        periods.period AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'Europe/Copenhagen' < periods.period + INTERVAL '604800' SECOND
    ) AS sales__created_at__week
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sales__store ASC,
  sales__created_at__week ASC
LIMIT 10001
