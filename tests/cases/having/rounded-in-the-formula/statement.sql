SELECT
  kant__navn AS "kant.navn",
  CAST(NEAREST_QUOTIENT(
    NEAREST_QUOTIENT(CAST(kant__a * 1000 AS INT128) * 100, CAST(kant__b * 1000 AS INT128)),
    1
  ) AS DECIMAL(38, 0)) * 0.01 AS "kant.afrundet"
FROM (
  SELECT
    kant.navn AS kant__navn,
    SUM(kant.a) AS kant__a,
    SUM(kant.b) AS kant__b
  FROM demo.main.kant AS kant
  GROUP BY
    1
) AS core
WHERE
  NEAREST_QUOTIENT(CAST(kant__a * 1000 AS INT128) * 100, CAST(kant__b * 1000 AS INT128)) = $1
ORDER BY
  NEAREST_QUOTIENT(CAST(kant__a * 1000 AS INT128) * 100, CAST(kant__b * 1000 AS INT128)) DESC,
  kant__navn ASC
LIMIT 10001
