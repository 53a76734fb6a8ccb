SELECT
  orders__status AS "orders.status",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(CAST(CAST(orders__average_by_buyer__total AS DECIMAL(38, 12)) AS TEXT), '.', '') AS INT128),
    CAST(orders__average_by_buyer__number AS INT128) * 1000000
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.average_by_buyer",
  CAST(ROUND(orders__most_of_a_buyer__total, 2) AS DECIMAL(38, 2)) AS "orders.most_of_a_buyer",
  CAST(NEAREST_QUOTIENT(
    CAST(orders__average_fee__0 * 100 AS INT128) * 10000,
    CAST(orders__average_fee__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.average_fee"
FROM (
  SELECT
    facts.orders__status,
    MAX(facts.orders__average_fee__0) AS orders__average_fee__0,
    COALESCE(MAX(facts.orders__average_fee__1), 0) AS orders__average_fee__1,
    MAX(facts.orders__average_by_buyer__total) AS orders__average_by_buyer__total,
    MAX(facts.orders__average_by_buyer__number) AS orders__average_by_buyer__number,
    MAX(facts.orders__most_of_a_buyer__total) AS orders__most_of_a_buyer__total
  FROM (
    SELECT
      orders__status,
      orders__average_fee__0,
      orders__average_fee__1,
      NULL AS orders__average_by_buyer__total,
      NULL AS orders__average_by_buyer__number,
      NULL AS orders__most_of_a_buyer__total
    FROM (
      SELECT
        orders.status AS orders__status,
        SUM(orders.shipping_fee) AS orders__average_fee__0,
        COUNT(orders.shipping_fee) AS orders__average_fee__1
      FROM demo.main.orders AS orders
      GROUP BY
        1
    ) AS orders__average_fee__0
    UNION ALL
    SELECT
      orders__status,
      NULL AS orders__average_fee__0,
      NULL AS orders__average_fee__1,
      orders__average_by_buyer__total,
      orders__average_by_buyer__number,
      NULL AS orders__most_of_a_buyer__total
    FROM (
      SELECT
        orders__status,
        SUM(CAST(orders__fees AS DECIMAL(38, 12))) AS orders__average_by_buyer__total,
        COUNT(CAST(orders__fees AS DECIMAL(38, 12))) AS orders__average_by_buyer__number
      FROM (
        SELECT
          orders.status AS orders__status,
          orders.user_id AS member__orders__user_id,
          SUM(orders.shipping_fee) AS orders__fees
        FROM demo.main.orders AS orders
        GROUP BY
          1,
          2
      ) AS members
      GROUP BY
        1
    ) AS orders__average_by_buyer__total
    UNION ALL
    SELECT
      orders__status,
      NULL AS orders__average_fee__0,
      NULL AS orders__average_fee__1,
      NULL AS orders__average_by_buyer__total,
      NULL AS orders__average_by_buyer__number,
      orders__most_of_a_buyer__total
    FROM (
      SELECT
        orders__status,
        MAX(CAST(orders__fees AS DECIMAL(38, 12))) AS orders__most_of_a_buyer__total
      FROM (
        SELECT
          orders.status AS orders__status,
          orders.user_id AS member__orders__user_id,
          SUM(orders.shipping_fee) AS orders__fees
        FROM demo.main.orders AS orders
        GROUP BY
          1,
          2
      ) AS members
      GROUP BY
        1
    ) AS orders__most_of_a_buyer__total
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  orders__status ASC
LIMIT 10001
