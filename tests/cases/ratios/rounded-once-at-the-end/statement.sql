SELECT
  CAST(ROUND(tal__d3_to, 2) AS DECIMAL(38, 2)) AS "tal.d3_to",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(tal__p * 100 AS INT128) * 10
    ) - (
      CAST(tal__d3_sum * 1000 AS INT128) * 2
    ),
    10
  ) AS DECIMAL(38, 0)) * 0.01 AS "tal.forskel"
FROM (
  SELECT
    SUM(tal.d3) AS tal__d3_to,
    SUM(tal.p) AS tal__p,
    SUM(tal.d3) AS tal__d3_sum
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3)
) AS core
ORDER BY
  tal__d3_to DESC
LIMIT 10001
