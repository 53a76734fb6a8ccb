SELECT
  orders__status AS "orders.status",
  orders__id AS "orders.id",
  CAST(orders__fee_rank__place AS BIGINT) AS "orders.fee_rank"
FROM (
  SELECT
    *,
    CASE
      WHEN NOT (
        orders__fees
      ) IS NULL
      THEN RANK() OVER (PARTITION BY orders__id ORDER BY orders__fees DESC)
    END AS orders__fee_rank__place
  FROM (
    SELECT
      orders.status AS orders__status,
      orders.id AS orders__id,
      CAST(orders.shipping_fee AS DECIMAL(38, 2)) AS orders__fees
    FROM demo.main.orders AS orders
    WHERE
      orders.id < $1
  ) AS cells
) AS core
ORDER BY
  orders__id ASC,
  orders__status ASC
LIMIT 10001
