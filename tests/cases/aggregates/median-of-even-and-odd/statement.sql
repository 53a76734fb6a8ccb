SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(tal__d3_median AS DECIMAL(38, 4)) AS "tal.d3_median"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    (
      QUANTILE_DISC(CAST(tal.d3 AS DECIMAL(38, 4)), 0.5) + QUANTILE_DISC(CAST(tal.d3 AS DECIMAL(38, 4)), -0.5)
    ) * 0.5 AS tal__d3_median
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
