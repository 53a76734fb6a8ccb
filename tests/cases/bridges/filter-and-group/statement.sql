SELECT
  diagnose__gruppe AS "diagnose.gruppe",
  CAST(person__antal AS BIGINT) AS "person.antal"
FROM (
  SELECT
    once.diagnose__gruppe,
    COUNT(*) AS person__antal
  FROM demo.main.person AS person
  INNER JOIN (
    SELECT DISTINCT
      "person.<person_diagnose.person.diagnose".gruppe AS diagnose__gruppe,
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.person_diagnose AS "person.<person_diagnose.person"
      ON "person.<person_diagnose.person".person = person.id
    LEFT JOIN demo.main.diagnose AS "person.<person_diagnose.person.diagnose"
      ON "person.<person_diagnose.person".diagnose = "person.<person_diagnose.person.diagnose".kode
    WHERE
      "person.<person_diagnose.person".primaer = $1
  ) AS once
    ON once.person__key_0 = person.id
  GROUP BY
    1
) AS core
ORDER BY
  diagnose__gruppe ASC
LIMIT 10001
