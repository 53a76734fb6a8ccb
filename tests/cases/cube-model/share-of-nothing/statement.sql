SELECT
  CAST(NEAREST_QUOTIENT(CAST(orders__completed_count AS INT128) * 1000000, CAST(orders__count AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.completed_share",
  CASE
    WHEN orders__count = 0 AND NOT (
      1.0 * orders__completed_count
    ) IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(1.0 * orders__completed_count AS DOUBLE) / NULLIF(NULLIF(orders__count, 0), 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "orders.completed_share__status",
  CAST(NEAREST_QUOTIENT(CAST(orders__fees * 100 AS INT128) * 10000, CAST(orders__buyers AS INT128)) AS DECIMAL(38, 0)) * 0.000001 AS "orders.fee_per_buyer",
  CASE
    WHEN orders__buyers = 0 AND NOT orders__fees IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(orders__fees AS DOUBLE) / NULLIF(NULLIF(orders__buyers, 0), 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "orders.fee_per_buyer__status"
FROM (
  SELECT
    COUNT(*) FILTER(WHERE
      orders.status = 'completed') AS orders__completed_count,
    COUNT(*) AS orders__count,
    SUM(orders.shipping_fee) AS orders__fees,
    COUNT(DISTINCT orders.user_id) AS orders__buyers
  FROM demo.main.orders AS orders
  WHERE
    orders.status = $1
) AS core
ORDER BY
  CAST(1.0 * orders__completed_count AS DOUBLE) / NULLIF(NULLIF(orders__count, 0), 0) DESC
LIMIT 10001
