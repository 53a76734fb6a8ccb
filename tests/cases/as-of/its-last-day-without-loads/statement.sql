SELECT
  CAST(borger__borgere AS BIGINT) AS "borger.borgere",
  CAST('2025-04-15' AS DATE) AS "borger.opgjort_pr"
FROM (
  SELECT
    COUNT(*) AS borger__borgere
  FROM demo.main.borger AS borger
) AS core
ORDER BY
  borger__borgere DESC
LIMIT 10001
