SELECT
  orders__status AS "orders.status",
  CAST(orders__completed_count AS BIGINT) AS "orders.completed_count",
  CAST(orders__fees_of_adults AS DECIMAL(38, 2)) AS "orders.fees_of_adults"
FROM (
  SELECT
    orders.status AS orders__status,
    COUNT(*) FILTER(WHERE
      orders.status = 'completed') AS orders__completed_count,
    SUM(orders.shipping_fee) FILTER(WHERE
      "orders.users".age >= 18) AS orders__fees_of_adults
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  GROUP BY
    1
) AS core
ORDER BY
  orders__status ASC
LIMIT 10001
