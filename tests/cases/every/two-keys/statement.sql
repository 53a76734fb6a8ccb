SELECT
  orders__status AS "orders.status",
  users__city AS "users.city",
  CAST(orders__count AS BIGINT) AS "orders.count",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees",
  CAST(NEAREST_QUOTIENT(CAST(orders__fees * 100 AS INT128) * 10000, CAST(orders__buyers AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.fee_per_buyer"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      orders.status AS orders__status,
      "orders.users".city AS users__city,
      COUNT(*) AS orders__count,
      SUM(orders.shipping_fee) AS orders__fees,
      COUNT(DISTINCT orders.user_id) AS orders__buyers
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.users AS "orders.users"
      ON orders.user_id = "orders.users".id
    WHERE
      orders.is_gift = $1
    GROUP BY
      1,
      2
  )
  SELECT
    facts.orders__status,
    facts.users__city,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.orders__fees) AS orders__fees,
    COALESCE(MAX(facts.orders__buyers), 0) AS orders__buyers
  FROM (
    SELECT
      orders__status,
      users__city,
      orders__count,
      orders__fees,
      orders__buyers
    FROM ".answered"
    UNION ALL
    SELECT
      others.orders__status,
      users__city.users__city,
      NULL AS orders__count,
      NULL AS orders__fees,
      NULL AS orders__buyers
    FROM (
      SELECT DISTINCT
        orders__status
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT DISTINCT
        users.city AS users__city
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.users AS users
        ON ".own".own
    ) AS users__city
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__status ASC,
  users__city ASC
LIMIT 10001
