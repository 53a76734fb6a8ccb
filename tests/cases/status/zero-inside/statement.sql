SELECT
  tal__gruppe AS "tal.gruppe",
  CASE
    WHEN tal__b = 0 AND NOT tal__a IS NULL
    THEN 'nul_naevner'
    WHEN tal__q = 0 AND NOT tal__p IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(tal__a AS DOUBLE) / NULLIF(tal__b, 0) + CAST(tal__p AS DOUBLE) / NULLIF(tal__q, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "tal.sum_af_kvotienter__status",
  CASE
    WHEN (
      (
        tal__p / tal__q
      )
    ) = 0
    AND NOT (
      (
        tal__a / tal__b
      )
    ) IS NULL
    THEN 'nul_naevner'
    WHEN tal__b = 0 AND NOT tal__a IS NULL
    THEN 'nul_naevner'
    WHEN tal__q = 0 AND NOT tal__p IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST((
        CAST(tal__a AS DOUBLE) / NULLIF(tal__b, 0)
      ) AS DOUBLE) / NULLIF((
        CAST(tal__p AS DOUBLE) / NULLIF(tal__q, 0)
      ), 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "tal.kvotient_af_kvotient__status"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b,
    SUM(tal.p) AS tal__p,
    SUM(tal.q) AS tal__q
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
