SELECT
  sales__store_kind AS "sales.store_kind",
  orders__status AS "orders.status",
  CAST(orders__buyers AS BIGINT) AS "orders.buyers",
  CAST(orders__buyers__in__orders__buyers_whatever_the_status AS BIGINT) AS "orders.buyers_whatever_the_status"
FROM (
  SELECT
    facts.sales__store_kind,
    facts.orders__status,
    COALESCE(facts.orders__buyers, 0) AS orders__buyers,
    COALESCE(
      orders__buyers__in__orders__buyers_whatever_the_status.orders__buyers__in__orders__buyers_whatever_the_status,
      0
    ) AS orders__buyers__in__orders__buyers_whatever_the_status
  FROM (
    SELECT
      "orders.stores".kind AS sales__store_kind,
      orders.status AS orders__status,
      COUNT(DISTINCT orders.user_id) AS orders__buyers
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.stores AS "orders.stores"
      ON orders.store_id = "orders.stores".id
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      "orders.stores".kind AS sales__store_kind,
      COUNT(DISTINCT orders.user_id) AS orders__buyers__in__orders__buyers_whatever_the_status
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.stores AS "orders.stores"
      ON orders.store_id = "orders.stores".id
    GROUP BY
      1
  ) AS orders__buyers__in__orders__buyers_whatever_the_status
    ON facts.sales__store_kind IS NOT DISTINCT FROM orders__buyers__in__orders__buyers_whatever_the_status.sales__store_kind
) AS core
ORDER BY
  sales__store_kind ASC,
  orders__status ASC
LIMIT 10001
