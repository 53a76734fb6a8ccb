SELECT
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(orders__mean_share_of_statuses__total AS DECIMAL(38, 12)) AS TEXT),
      '.',
      ''
    ) AS INT128),
    CAST(orders__mean_share_of_statuses__number AS INT128) * 1000000
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.mean_share_of_statuses",
  CAST(NEAREST_QUOTIENT(CAST(orders__completed_count AS INT128) * 1000000, CAST(orders__count AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.completed_share"
FROM (
  SELECT
    COALESCE(MAX(facts.orders__completed_count), 0) AS orders__completed_count,
    COALESCE(MAX(facts.orders__count), 0) AS orders__count,
    MAX(facts.orders__mean_share_of_statuses__total) AS orders__mean_share_of_statuses__total,
    MAX(facts.orders__mean_share_of_statuses__number) AS orders__mean_share_of_statuses__number
  FROM (
    SELECT
      orders__completed_count,
      orders__count,
      NULL AS orders__mean_share_of_statuses__total,
      NULL AS orders__mean_share_of_statuses__number
    FROM (
      SELECT
        COUNT(*) FILTER(WHERE
          orders.status = 'completed') AS orders__completed_count,
        COUNT(*) AS orders__count
      FROM demo.main.orders AS orders
    ) AS orders__completed_count
    UNION ALL
    SELECT
      NULL AS orders__completed_count,
      NULL AS orders__count,
      orders__mean_share_of_statuses__total,
      orders__mean_share_of_statuses__number
    FROM (
      SELECT
        SUM(
          CAST(NEAREST_QUOTIENT(
            CAST(orders__completed_count AS INT128) * 1000000000000,
            CAST(orders__count AS INT128)
          ) AS DECIMAL(38, 0)) * 0.000000000001
        ) AS orders__mean_share_of_statuses__total,
        COUNT(
          CAST(NEAREST_QUOTIENT(
            CAST(orders__completed_count AS INT128) * 1000000000000,
            CAST(orders__count AS INT128)
          ) AS DECIMAL(38, 0)) * 0.000000000001
        ) AS orders__mean_share_of_statuses__number
      FROM (
        SELECT
          "orders.users".city AS member__users__city,
          COUNT(*) FILTER(WHERE
            orders.status = 'completed') AS orders__completed_count,
          COUNT(*) AS orders__count
        FROM demo.main.orders AS orders
        LEFT JOIN demo.main.users AS "orders.users"
          ON orders.user_id = "orders.users".id
        GROUP BY
          1
      ) AS members
    ) AS orders__mean_share_of_statuses__total
  ) AS facts
) AS core
ORDER BY
  CAST(CAST(REPLACE(
    CAST(CAST(orders__mean_share_of_statuses__total AS DECIMAL(38, 12)) AS TEXT),
    '.',
    ''
  ) AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(orders__mean_share_of_statuses__number AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
