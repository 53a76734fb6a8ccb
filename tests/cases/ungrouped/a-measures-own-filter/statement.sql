SELECT
  orders__id AS "orders.id",
  CAST(orders__completed_count AS BIGINT) AS "orders.completed_count",
  CAST(orders__completed_gifts AS BIGINT) AS "orders.completed_gifts",
  CAST(orders__fees_of_adults AS DECIMAL(38, 2)) AS "orders.fees_of_adults",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    orders.id AS orders__id,
    orders.id AS ".key_0",
    CASE WHEN orders.status = 'completed' THEN 1 ELSE 0 END AS orders__completed_count,
    CASE WHEN (
      orders.status = 'completed'
    ) AND orders.is_gift THEN 1 ELSE 0 END AS orders__completed_gifts,
    CASE WHEN "orders.users".age >= 18 THEN orders.shipping_fee END AS orders__fees_of_adults,
    orders.shipping_fee AS orders__fees
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    orders.id <= $1
) AS core
ORDER BY
  orders__id ASC,
  ".key_0" ASC
LIMIT 10001
