SELECT
  CAST(NEAREST_QUOTIENT(CAST(tal__snit__0 * 1000 AS INT128), CAST(tal__snit__1 AS INT128)) AS DECIMAL(38, 0)) * 0.001 AS "tal.snit"
FROM (
  SELECT
    SUM(tal.d3) AS tal__snit__0,
    COUNT(tal.d3) AS tal__snit__1
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2)
) AS core
ORDER BY
  CAST(tal__snit__0 AS DOUBLE) / NULLIF(tal__snit__1, 0) DESC
LIMIT 10001
