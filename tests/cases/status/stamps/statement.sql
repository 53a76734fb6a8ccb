SELECT
  sag__hast AS "sag.hast",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST('2024-03-31' AS DATE) AS "sag.opgjort_pr",
  CAST(5 AS INT) AS "sag.dataversion",
  'alle rækker' AS "sag.omfang"
FROM (
  SELECT
    sag.hast AS sag__hast,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  GROUP BY
    1
) AS core
ORDER BY
  sag__hast ASC
LIMIT 10001
