SELECT
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(CAST(CAST(kant__fin__0 AS DECIMAL(38, 10)) AS TEXT), '.', '') AS INT128),
    CAST(kant__fin__1 AS INT128) * 100000000
  ) AS DECIMAL(38, 0)) * 0.01 AS "kant.fin"
FROM (
  SELECT
    SUM(kant.fin) AS kant__fin__0,
    COUNT(kant.fin) AS kant__fin__1
  FROM demo.main.kant AS kant
) AS core
ORDER BY
  CAST(CAST(REPLACE(CAST(CAST(kant__fin__0 AS DECIMAL(38, 10)) AS TEXT), '.', '') AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(kant__fin__1 AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
