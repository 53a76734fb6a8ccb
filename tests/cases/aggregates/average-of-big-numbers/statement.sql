SELECT
  CAST(NEAREST_QUOTIENT(CAST(tal__stort_snit__0 AS INT128) * 1000, CAST(tal__stort_snit__1 AS INT128)) AS DECIMAL(38, 0)) * 0.001 AS "tal.stort_snit"
FROM (
  SELECT
    SUM(tal.stort) AS tal__stort_snit__0,
    COUNT(tal.stort) AS tal__stort_snit__1
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2)
) AS core
ORDER BY
  CAST(tal__stort_snit__0 AS DOUBLE) / NULLIF(tal__stort_snit__1, 0) DESC
LIMIT 10001
