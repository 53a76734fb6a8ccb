SELECT
  person__navn AS "person.navn",
  sag__sidste_dag AS "sag.sidste_dag"
FROM (
  SELECT
    "sag.person".navn AS person__navn,
    MAX(sag.dag) AS sag__sidste_dag
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.person AS "sag.person"
    ON sag.person = "sag.person".id
  GROUP BY
    1
) AS core
WHERE
  (
    sag__sidste_dag >= $1 AND (
      sag__sidste_dag < $2
    )
  )
ORDER BY
  person__navn ASC
LIMIT 10001
