SELECT
  CAST(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "tal.uden_nul",
  CAST(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "tal.a_b",
  CAST(NEAREST_QUOTIENT(CAST(tal__p * 100 AS INT128) * 95, 100) AS DECIMAL(38, 0)) * 0.01 AS "tal.moms",
  CAST(NEAREST_QUOTIENT(COALESCE(CAST(tal__a AS INT128), 0) + COALESCE(CAST(tal__b AS INT128), 0), 1) AS DECIMAL(38, 0)) AS "tal.fladt"
FROM (
  SELECT
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b,
    SUM(tal.p) AS tal__p
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe = $1
) AS core
ORDER BY
  CAST(tal__a AS DOUBLE) / NULLIF(NULLIF(tal__b, 0), 0) DESC
LIMIT 10001
