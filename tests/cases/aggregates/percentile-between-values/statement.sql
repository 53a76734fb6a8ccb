SELECT
  CAST(ROUND(CAST(CAST(tal__d3_90 AS TEXT) AS DECIMAL(38, 12)), 3) AS DECIMAL(38, 3)) AS "tal.d3_90"
FROM (
  SELECT
    QUANTILE_CONT(CAST(tal.d3 AS DOUBLE), 0.9) AS tal__d3_90
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe = $1
) AS core
ORDER BY
  tal__d3_90 DESC
LIMIT 10001
