SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(ROUND(tal__d3_to, 2) AS DECIMAL(38, 2)) AS "tal.d3_to",
  CAST(ROUND(tal__d3_hel, 0) AS DECIMAL(38, 0)) AS "tal.d3_hel",
  CAST(tal__d3_sum AS DECIMAL(38, 3)) AS "tal.d3_sum"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.d3) AS tal__d3_to,
    SUM(tal.d3) AS tal__d3_hel,
    SUM(tal.d3) AS tal__d3_sum
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3, $4, $5)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
