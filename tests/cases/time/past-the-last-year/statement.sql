SELECT
  kant__id AS "kant.id",
  kant__stund AS "kant.stund",
  kant__dag AS "kant.dag",
  kant__sidste_stund AS "kant.sidste_stund",
  kant__sidste_dag AS "kant.sidste_dag"
FROM (
  SELECT
    kant.id AS kant__id,
    kant.stund AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS kant__stund,
    kant.dag AS kant__dag,
    kant.stund AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS kant__sidste_stund,
    kant.dag AS kant__sidste_dag
  FROM demo.main.kant AS kant
  WHERE
    kant.id IN ($1, $2, $3)
) AS core
ORDER BY
  kant__id ASC,
  kant__stund ASC,
  kant__dag ASC
LIMIT 10001
