SELECT
  person__navn AS "person.navn",
  diagnose__navn AS "diagnose.navn",
  CAST(person_diagnose__antal AS BIGINT) AS "person_diagnose.antal"
FROM (
  SELECT
    "person_diagnose.person".navn AS person__navn,
    "person_diagnose.diagnose".navn AS diagnose__navn,
    1 AS person_diagnose__antal
  FROM demo.main.person_diagnose AS person_diagnose
  LEFT JOIN demo.main.diagnose AS "person_diagnose.diagnose"
    ON person_diagnose.diagnose = "person_diagnose.diagnose".kode
  LEFT JOIN demo.main.person AS "person_diagnose.person"
    ON person_diagnose.person = "person_diagnose.person".id
) AS core
ORDER BY
  person__navn ASC,
  diagnose__navn ASC,
  person_diagnose__antal ASC
LIMIT 10001
