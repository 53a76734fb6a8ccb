SELECT
  sag__sidste_dag AS "sag.sidste_dag"
FROM (
  SELECT
    MAX(sag.dag) AS sag__sidste_dag
  FROM demo.main.sag AS sag
) AS core
ORDER BY
  sag__sidste_dag DESC
LIMIT 10001
