SELECT
  kant__id AS "kant.id",
  CAST(NEAREST_QUOTIENT(CAST(kant__a * 1000 AS INT128) * 100, CAST(kant__b * 1000 AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "kant.a_b"
FROM (
  SELECT
    kant.id AS kant__id,
    CAST(kant.a AS DECIMAL(38, 3)) AS kant__a,
    CAST(kant.b AS DECIMAL(38, 3)) AS kant__b
  FROM demo.main.kant AS kant
  WHERE
    kant.id <= $1
) AS core
ORDER BY
  CAST(CAST(kant__a * 1000 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(kant__b * 1000 AS INT128), 0) AS DOUBLE) DESC,
  kant__id DESC
LIMIT 10001
