SELECT
  sag__hast AS "sag.hast",
  CAST(NEAREST_QUOTIENT(
    CAST(person__formue_snit__0 * 100 AS INT128),
    CAST(person__formue_snit__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "person.formue_snit",
  CAST(person__hjemkommuner AS BIGINT) AS "person.hjemkommuner",
  CAST(person__antal AS BIGINT) AS "person.antal"
FROM (
  SELECT
    once.sag__hast,
    SUM(person.formue) AS person__formue_snit__0,
    COUNT(person.formue) AS person__formue_snit__1,
    COUNT(DISTINCT person.hjemkommune) AS person__hjemkommuner,
    COUNT(*) AS person__antal
  FROM demo.main.person AS person
  INNER JOIN (
    SELECT DISTINCT
      "person.<sag.person".hast AS sag__hast,
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.sag AS "person.<sag.person"
      ON "person.<sag.person".person = person.id
  ) AS once
    ON once.person__key_0 = person.id
  GROUP BY
    1
) AS core
ORDER BY
  sag__hast ASC
LIMIT 10001
