SELECT
  orders__fee_class AS "orders.fee_class",
  orders__buyer_city AS "orders.buyer_city",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    (
      CASE
        WHEN orders.shipping_fee < 0
        THEN 'back'
        WHEN orders.shipping_fee = 0
        THEN 'free'
        WHEN orders.shipping_fee IS NULL
        THEN 'unknown'
        ELSE 'paid'
      END
    ) AS orders__fee_class,
    "orders.users".city AS orders__buyer_city,
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  LEFT JOIN demo.main.users AS "orders.users"
    ON orders.user_id = "orders.users".id
  WHERE
    "orders.users".city = $1
  GROUP BY
    1,
    2
) AS core
ORDER BY
  orders__fee_class ASC,
  orders__buyer_city ASC
LIMIT 10001
