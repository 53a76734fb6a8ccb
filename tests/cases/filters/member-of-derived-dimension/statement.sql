SELECT
  orders__fee_class AS "orders.fee_class",
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
    COUNT(*) AS orders__count
  FROM demo.main.orders AS orders
  WHERE
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
    ) IS DISTINCT FROM $1
  GROUP BY
    1
) AS core
ORDER BY
  orders__fee_class ASC
LIMIT 10001
