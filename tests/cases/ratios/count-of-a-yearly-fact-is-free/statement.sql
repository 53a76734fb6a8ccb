SELECT
  CAST(folk__raekker AS BIGINT) AS "folk.raekker"
FROM (
  SELECT
    COUNT(*) AS folk__raekker
  FROM demo.main.folk AS folk
) AS core
ORDER BY
  folk__raekker DESC
LIMIT 10001
