SELECT
  CAST(tal__stort_median AS DECIMAL(38, 1)) AS "tal.stort_median"
FROM (
  SELECT
    (
      QUANTILE_DISC(CAST(tal.stort AS DECIMAL(38, 1)), 0.5) + QUANTILE_DISC(CAST(tal.stort AS DECIMAL(38, 1)), -0.5)
    ) * 0.5 AS tal__stort_median
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2)
) AS core
ORDER BY
  tal__stort_median DESC
LIMIT 10001
