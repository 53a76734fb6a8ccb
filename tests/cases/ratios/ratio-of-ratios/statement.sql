SELECT
  CAST(NEAREST_QUOTIENT(
    (
      CAST(tal__a AS INT128) * NULLIF(CAST(tal__q * 100 AS INT128), 0)
    ) * 1000,
    CAST(tal__b AS INT128) * CAST(tal__p * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.001 AS "tal.kvotient_af_kvotient",
  CAST(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "tal.a_b",
  CAST(NEAREST_QUOTIENT(CAST(tal__p * 100 AS INT128) * 100, CAST(tal__q * 100 AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "tal.p_q"
FROM (
  SELECT
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b,
    SUM(tal.p) AS tal__p,
    SUM(tal.q) AS tal__q
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe = $1
) AS core
ORDER BY
  CAST(CAST(tal__a AS INT128) * NULLIF(CAST(tal__q * 100 AS INT128), 0) AS DOUBLE) / CAST(NULLIF(CAST(tal__b AS INT128) * CAST(tal__p * 100 AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
