SELECT
  kant__navn AS "kant.navn",
  CAST(NEAREST_QUOTIENT(CAST(kant__a * 1000 AS INT128) * 100, CAST(kant__b * 1000 AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "kant.a_b"
FROM (
  SELECT
    kant.navn AS kant__navn,
    SUM(kant.a) AS kant__a,
    SUM(kant.b) AS kant__b
  FROM demo.main.kant AS kant
  WHERE
    kant.navn IN ($1, $2, $3, $4, $5)
  GROUP BY
    1
) AS core
WHERE
  NOT COALESCE(
    (
      (
        CAST(kant__a * 1000 AS INT128) * 10
      ) * SIGN(CAST(kant__b * 1000 AS INT128)) = $6 * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0))
      OR (
        (
          CAST(kant__a * 1000 AS INT128) * 1000
        ) * SIGN(CAST(kant__b * 1000 AS INT128)) = $7 * ABS(NULLIF(CAST(kant__b * 1000 AS INT128), 0))
      )
    ),
    FALSE
  )
ORDER BY
  CAST(CAST(kant__a * 1000 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(kant__b * 1000 AS INT128), 0) AS DOUBLE) DESC,
  kant__navn ASC
LIMIT 10001
