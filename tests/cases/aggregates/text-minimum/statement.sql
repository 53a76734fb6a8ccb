SELECT
  tal__mindste AS "tal.mindste"
FROM (
  SELECT
    MIN(tal.gruppe) AS tal__mindste
  FROM demo.main.tal AS tal
) AS core
ORDER BY
  tal__mindste DESC
LIMIT 10001
