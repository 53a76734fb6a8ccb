SELECT
  CAST(person__antal AS BIGINT) AS "person.antal",
  CAST(person__formue AS DECIMAL(38, 2)) AS "person.formue"
FROM (
  SELECT
    COUNT(*) AS person__antal,
    SUM(person.formue) AS person__formue
  FROM demo.main.person AS person
  INNER JOIN (
    SELECT DISTINCT
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.sag AS "person.<sag.person"
      ON "person.<sag.person".person = person.id
    LEFT JOIN demo.main.kommune AS "person.<sag.person.handle"
      ON "person.<sag.person".handle = "person.<sag.person.handle".kode
    WHERE
      "person.<sag.person.handle".navn = $1
  ) AS once
    ON once.person__key_0 = person.id
) AS core
ORDER BY
  person__antal DESC
LIMIT 10001
