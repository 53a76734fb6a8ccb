SELECT
  CAST(NEAREST_QUOTIENT(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)), 1) AS DECIMAL(38, 0)) * 0.01 AS "tal.afrundet"
FROM (
  SELECT
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe = $1
) AS core
ORDER BY
  NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)) DESC
LIMIT 10001
