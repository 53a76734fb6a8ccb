SELECT
  tal__gruppe AS "tal.gruppe",
  CASE
    WHEN tal__b = 0 AND NOT tal__a IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(tal__a AS DOUBLE) / NULLIF(tal__b, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "tal.a_b__status"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
ORDER BY
  CASE
    WHEN tal__b = 0 AND NOT tal__a IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(tal__a AS DOUBLE) / NULLIF(tal__b, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END ASC,
  tal__gruppe DESC
LIMIT 10001
