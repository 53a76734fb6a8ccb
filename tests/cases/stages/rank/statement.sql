SELECT
  sales__store_kind AS "sales.store_kind",
  sales__status AS "sales.status",
  CAST(orders__fee_rank__place AS BIGINT) AS "orders.fee_rank",
  CAST(orders__fees AS DECIMAL(38, 2)) AS "orders.fees"
FROM (
  SELECT
    *,
    CASE
      WHEN NOT (
        orders__fees
      ) IS NULL
      THEN RANK() OVER (PARTITION BY sales__store_kind ORDER BY orders__fees DESC)
    END AS orders__fee_rank__place
  FROM (
    SELECT
      "orders.stores".kind AS sales__store_kind,
      orders.status AS sales__status,
      SUM(orders.shipping_fee) AS orders__fees
    FROM demo.main.orders AS orders
    LEFT JOIN demo.main.stores AS "orders.stores"
      ON orders.store_id = "orders.stores".id
    GROUP BY
      1,
      2
  ) AS cells
) AS core
ORDER BY
  sales__store_kind ASC,
  sales__status ASC
LIMIT 10001
