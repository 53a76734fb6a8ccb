SELECT
  enhed__center AS "enhed.center",
  CAST(enhed__antal_versioner AS BIGINT) AS "enhed.antal_versioner"
FROM (
  SELECT
    enhed.center AS enhed__center,
    COUNT(*) AS enhed__antal_versioner
  FROM demo.main.enhed AS enhed
  GROUP BY
    1
) AS core
ORDER BY
  enhed__center ASC
LIMIT 10001
