SELECT
  tal__id AS "tal.id",
  tal__mindste AS "tal.mindste"
FROM (
  SELECT
    tal.id AS tal__id,
    tal.gruppe AS tal__mindste
  FROM demo.main.tal AS tal
) AS core
WHERE
  CONTAINS(LOWER(tal__mindste), LOWER($1))
ORDER BY
  tal__mindste DESC,
  tal__id ASC
LIMIT 10001
