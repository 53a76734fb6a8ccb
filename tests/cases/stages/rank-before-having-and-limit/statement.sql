SELECT
  orders__status AS "orders.status",
  CAST(orders__fee_rank__place AS BIGINT) AS "orders.fee_rank",
  CAST(orders__count AS BIGINT) AS "orders.count"
FROM (
  SELECT
    *,
    CASE
      WHEN NOT (
        orders__fees
      ) IS NULL
      THEN RANK() OVER (ORDER BY orders__fees DESC)
    END AS orders__fee_rank__place
  FROM (
    SELECT
      orders.status AS orders__status,
      SUM(orders.shipping_fee) AS orders__fees,
      COUNT(*) AS orders__count
    FROM demo.main.orders AS orders
    GROUP BY
      1
  ) AS cells
) AS core
WHERE
  orders__count < $1
ORDER BY
  orders__fee_rank__place ASC,
  orders__status ASC
LIMIT 2
