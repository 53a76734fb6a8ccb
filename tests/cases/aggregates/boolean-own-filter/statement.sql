SELECT
  sag__hast AS "sag.hast",
  CAST(sag__hastesager AS BIGINT) AS "sag.hastesager",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    sag.hast AS sag__hast,
    COUNT(*) FILTER(WHERE
      sag.hast) AS sag__hastesager,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  GROUP BY
    1
) AS core
ORDER BY
  sag__hast ASC
LIMIT 10001
