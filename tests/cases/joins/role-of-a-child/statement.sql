SELECT
  sag__handlenavn AS "sag.handlenavn",
  CAST(person__antal AS BIGINT) AS "person.antal"
FROM (
  SELECT
    once.sag__handlenavn,
    COUNT(*) AS person__antal
  FROM demo.main.person AS person
  INNER JOIN (
    SELECT DISTINCT
      "person.<sag.person.handle".navn AS sag__handlenavn,
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.sag AS "person.<sag.person"
      ON "person.<sag.person".person = person.id
    LEFT JOIN demo.main.kommune AS "person.<sag.person.handle"
      ON "person.<sag.person".handle = "person.<sag.person.handle".kode
  ) AS once
    ON once.person__key_0 = person.id
  GROUP BY
    1
) AS core
ORDER BY
  sag__handlenavn ASC
LIMIT 10001
