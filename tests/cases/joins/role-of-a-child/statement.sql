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
      person__sag_person__handle.navn AS sag__handlenavn,
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.sag AS person__sag_person
      ON person__sag_person.person = person.id
    LEFT JOIN demo.main.kommune AS person__sag_person__handle
      ON person__sag_person.handle = person__sag_person__handle.kode
  ) AS once
    ON once.person__key_0 = person.id
  GROUP BY
    1
) AS core
ORDER BY
  sag__handlenavn ASC
LIMIT 10001
