SELECT
  orders__buyer_city AS "orders.buyer_city",
  CAST(NEAREST_QUOTIENT(CAST(orders__completed_count AS INT128) * 1000000, CAST(orders__count AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.completed_share",
  CAST(NEAREST_QUOTIENT(
    CAST(orders__completed_count__in__orders__completed_share_of_all AS INT128) * 1000000,
    CAST(orders__count__in__orders__completed_share_of_all AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.completed_share_of_all"
FROM (
  SELECT
    facts.orders__buyer_city,
    COALESCE(facts.orders__completed_count, 0) AS orders__completed_count,
    COALESCE(facts.orders__count, 0) AS orders__count,
    COALESCE(
      orders__completed_count__in__orders__completed_share_of_all.orders__completed_count__in__orders__completed_share_of_all,
      0
    ) AS orders__completed_count__in__orders__completed_share_of_all,
    COALESCE(
      orders__completed_count__in__orders__completed_share_of_all.orders__count__in__orders__completed_share_of_all,
      0
    ) AS orders__count__in__orders__completed_share_of_all
  FROM (
    SELECT
      "orders.users".city AS orders__buyer_city,
      COUNT(*) FILTER(WHERE
        orders.status = 'completed') AS orders__completed_count,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.users AS "orders.users"
      ON orders.user_id = "orders.users".id
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      COUNT(*) FILTER(WHERE
        orders.status = 'completed') AS orders__completed_count__in__orders__completed_share_of_all,
      COUNT(*) AS orders__count__in__orders__completed_share_of_all
    FROM demo.main.orders AS orders
  ) AS orders__completed_count__in__orders__completed_share_of_all
) AS core
ORDER BY
  orders__buyer_city ASC
LIMIT 10001
