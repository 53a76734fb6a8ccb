SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(tal__a AS BIGINT) AS "tal.a"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
WHERE
  NOT COALESCE(tal__a IN ($1, $2, $3), FALSE)
ORDER BY
  tal__gruppe ASC
LIMIT 10001
