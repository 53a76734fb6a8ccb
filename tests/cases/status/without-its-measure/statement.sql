SELECT
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
    SUM(tal.p) AS tal__p,
    SUM(tal.q) AS tal__q
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe = $1
) AS core
LIMIT 10001
