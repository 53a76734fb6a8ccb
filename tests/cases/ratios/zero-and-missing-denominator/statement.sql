SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "tal.a_b",
  CASE
    WHEN tal__b = 0 AND NOT tal__a IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(tal__a AS DOUBLE) / NULLIF(tal__b, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "tal.a_b__status",
  CAST(NEAREST_QUOTIENT(CAST(tal__p * 100 AS INT128) * 100, CAST(tal__q * 100 AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "tal.p_q",
  CASE
    WHEN tal__q = 0 AND NOT tal__p IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(tal__p AS DOUBLE) / NULLIF(tal__q, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "tal.p_q__status"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b,
    SUM(tal.p) AS tal__p,
    SUM(tal.q) AS tal__q
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3, $4, $5)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
