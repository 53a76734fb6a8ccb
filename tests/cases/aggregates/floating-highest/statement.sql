SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(ROUND(CAST(CAST(tal__d3_flydende AS TEXT) AS DECIMAL(38, 12)), 2) AS DECIMAL(38, 2)) AS "tal.d3_flydende"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    MAX(CAST(tal.d3 AS DOUBLE)) AS tal__d3_flydende
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
