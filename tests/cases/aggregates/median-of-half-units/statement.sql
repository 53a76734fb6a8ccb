SELECT
  CAST(tal__d3_median AS DECIMAL(38, 4)) AS "tal.d3_median"
FROM (
  SELECT
    (
      QUANTILE_DISC(CAST(tal.d3 AS DECIMAL(38, 4)), 0.5) + QUANTILE_DISC(CAST(tal.d3 AS DECIMAL(38, 4)), -0.5)
    ) * 0.5 AS tal__d3_median
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2)
) AS core
ORDER BY
  tal__d3_median DESC
LIMIT 10001
