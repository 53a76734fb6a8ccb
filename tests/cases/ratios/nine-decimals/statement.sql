SELECT
  CAST(NEAREST_QUOTIENT(CAST(tal__p * 100 AS INT128) * 1000000000, CAST(tal__q * 100 AS INT128)) AS DECIMAL(38, 0)) * 0.000000001 AS "tal.p_q_mange"
FROM (
  SELECT
    SUM(tal.p) AS tal__p,
    SUM(tal.q) AS tal__q
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe = $1
) AS core
ORDER BY
  CAST(CAST(tal__p * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(tal__q * 100 AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
