SELECT
  diagnose__navn AS "diagnose.navn",
  CAST(person__antal AS BIGINT) AS "person.antal",
  CAST(person__formue AS DECIMAL(38, 2)) AS "person.formue"
FROM (
  SELECT
    once.diagnose__navn,
    COUNT(*) AS person__antal,
    SUM(person.formue) AS person__formue
  FROM demo.main.person AS person
  INNER JOIN (
    SELECT DISTINCT
      "person.<person_diagnose.person.diagnose".navn AS diagnose__navn,
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.person_diagnose AS "person.<person_diagnose.person"
      ON "person.<person_diagnose.person".person = person.id
    LEFT JOIN demo.main.diagnose AS "person.<person_diagnose.person.diagnose"
      ON "person.<person_diagnose.person".diagnose = "person.<person_diagnose.person.diagnose".kode
  ) AS once
    ON once.person__key_0 = person.id
  GROUP BY
    1
) AS core
ORDER BY
  diagnose__navn ASC
LIMIT 10001
