SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(tal__a AS BIGINT) AS "tal.a",
  CASE WHEN tal__a IS NULL THEN 'mangler' ELSE 'normal' END AS "tal.a__status",
  CASE WHEN tal__antal IS NULL THEN 'mangler' ELSE 'normal' END AS "tal.antal__status"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    COUNT(*) AS tal__antal
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
