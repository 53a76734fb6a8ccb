SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "tal.a_b"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
WHERE
  (
    (
      CAST(tal__a AS INT128) * 1000
    ) * SIGN(CAST(tal__b AS INT128)) = $1 * ABS(NULLIF(CAST(tal__b AS INT128), 0))
    OR (
      (
        CAST(tal__a AS INT128) * 1000
      ) * SIGN(CAST(tal__b AS INT128)) = $2 * ABS(NULLIF(CAST(tal__b AS INT128), 0))
    )
  )
ORDER BY
  CAST(tal__a AS DOUBLE) / NULLIF(tal__b, 0) DESC,
  tal__gruppe ASC
LIMIT 10001
