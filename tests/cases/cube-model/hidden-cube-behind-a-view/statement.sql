SELECT
  sales__store_kind AS "sales.store_kind",
  CAST(orders__count AS BIGINT) AS "sales.count"
FROM (
  SELECT
    "orders.stores".kind AS sales__store_kind,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.stores AS "orders.stores"
    ON orders.store_id = "orders.stores".id
  GROUP BY
    1
) AS core
ORDER BY
  sales__store_kind ASC
LIMIT 10001
