SELECT
  person__navn AS "person.navn",
  CAST(diagnose__antal AS BIGINT) AS "diagnose.antal"
FROM (
  SELECT
    once.person__navn,
    COUNT(*) AS diagnose__antal
  FROM demo.main.diagnose AS diagnose
  INNER JOIN (
    SELECT DISTINCT
      "diagnose.<person_diagnose.diagnose.person".navn AS person__navn,
      diagnose.kode AS diagnose__key_0
    FROM demo.main.diagnose AS diagnose
    LEFT JOIN demo.main.person_diagnose AS "diagnose.<person_diagnose.diagnose"
      ON "diagnose.<person_diagnose.diagnose".diagnose = diagnose.kode
    LEFT JOIN demo.main.person AS "diagnose.<person_diagnose.diagnose.person"
      ON "diagnose.<person_diagnose.diagnose".person = "diagnose.<person_diagnose.diagnose.person".id
  ) AS once
    ON once.diagnose__key_0 = diagnose.kode
  GROUP BY
    1
) AS core
ORDER BY
  person__navn ASC
LIMIT 10001
