SELECT
  CAST(NEAREST_QUOTIENT(
    CAST(orders__average_fee__0 * 100 AS INT128) * 10000,
    CAST(orders__average_fee__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.000001 AS "orders.average_fee",
  CASE
    WHEN orders__average_fee__1 = 0 AND NOT orders__average_fee__0 IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(orders__average_fee__0 AS DOUBLE) / NULLIF(orders__average_fee__1, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "orders.average_fee__status"
FROM (
  SELECT
    SUM(orders.shipping_fee) AS orders__average_fee__0,
    COUNT(orders.shipping_fee) AS orders__average_fee__1
  FROM demo.main.orders AS orders
  WHERE
    orders.status = $1
) AS core
ORDER BY
  CAST(CAST(orders__average_fee__0 * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(orders__average_fee__1 AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
