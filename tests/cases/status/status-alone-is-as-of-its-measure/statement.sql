SELECT
  CAST('2024-12-31' AS DATE) AS "regnskab.opgjort_pr",
  CASE WHEN regnskab__udgift_kr IS NULL THEN 'mangler' ELSE 'normal' END AS "regnskab.udgift_kr__status"
FROM (
  SELECT
    SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
  FROM demo.main.regnskab AS regnskab
) AS core
LIMIT 10001
