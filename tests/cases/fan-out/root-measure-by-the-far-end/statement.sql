SELECT
  personsager__afgoerelse_udfald AS "personsager.afgoerelse_udfald",
  CAST(person__formue AS DECIMAL(38, 2)) AS "personsager.formue",
  CAST(person__antal AS BIGINT) AS "personsager.antal"
FROM (
  SELECT
    once.personsager__afgoerelse_udfald,
    SUM(person.formue) AS person__formue,
    COUNT(*) AS person__antal
  FROM demo.main.person AS person
  INNER JOIN (
    SELECT DISTINCT
      "person.<sag.person.<afgoerelse.sag".udfald AS personsager__afgoerelse_udfald,
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.sag AS "person.<sag.person"
      ON "person.<sag.person".person = person.id
    LEFT JOIN demo.main.afgoerelse AS "person.<sag.person.<afgoerelse.sag"
      ON "person.<sag.person.<afgoerelse.sag".sag = "person.<sag.person".id
  ) AS once
    ON once.person__key_0 = person.id
  GROUP BY
    1
) AS core
ORDER BY
  person__formue DESC,
  CASE personsager__afgoerelse_udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  personsager__afgoerelse_udfald ASC
LIMIT 10001
