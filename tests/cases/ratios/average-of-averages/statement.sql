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
  CAST(CAST(tal__snit__0 * 1000 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(tal__snit__1 AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
