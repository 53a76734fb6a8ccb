SELECT
  kant__id AS "kant.id",
  kant__sidste_dag AS "kant.sidste_dag"
FROM (
  SELECT
    kant.id AS kant__id,
    kant.dag AS kant__sidste_dag
  FROM demo.main.kant AS kant
) AS core
WHERE
  (
    kant__sidste_dag >= $1 AND (
      kant__sidste_dag < $2
    )
  )
ORDER BY
  kant__id ASC
LIMIT 10001
