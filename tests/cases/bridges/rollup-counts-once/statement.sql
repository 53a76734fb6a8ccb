SELECT
  diagnose__gruppe AS "diagnose.gruppe",
  CAST(diagnose__gruppe__subtotal AS BOOLEAN) AS "diagnose.gruppe__subtotal",
  diagnose__navn AS "diagnose.navn",
  CAST(diagnose__navn__subtotal AS BOOLEAN) AS "diagnose.navn__subtotal",
  CAST(person__antal AS BIGINT) AS "person.antal",
  CAST(person__formue AS DECIMAL(38, 2)) AS "person.formue"
FROM (
  SELECT
    *
  FROM (
    SELECT
      diagnose__gruppe,
      diagnose__navn,
      0 AS diagnose__gruppe__subtotal,
      0 AS diagnose__navn__subtotal,
      person__antal,
      person__formue
    FROM (
      SELECT
        once.diagnose__gruppe,
        once.diagnose__navn,
        COUNT(*) AS person__antal,
        SUM(person.formue) AS person__formue
      FROM demo.main.person AS person
      INNER JOIN (
        SELECT DISTINCT
          "person.<person_diagnose.person.diagnose".gruppe AS diagnose__gruppe,
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
        1,
        2
    ) AS level
    UNION ALL
    SELECT
      diagnose__gruppe,
      NULL AS diagnose__navn,
      0 AS diagnose__gruppe__subtotal,
      1 AS diagnose__navn__subtotal,
      person__antal,
      person__formue
    FROM (
      SELECT
        once.diagnose__gruppe,
        COUNT(*) AS person__antal,
        SUM(person.formue) AS person__formue
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
      ) AS once
        ON once.person__key_0 = person.id
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS diagnose__gruppe,
      NULL AS diagnose__navn,
      1 AS diagnose__gruppe__subtotal,
      1 AS diagnose__navn__subtotal,
      person__antal,
      person__formue
    FROM (
      SELECT
        COUNT(*) AS person__antal,
        SUM(person.formue) AS person__formue
      FROM demo.main.person AS person
    ) AS level
  ) AS levels
) AS core
ORDER BY
  diagnose__gruppe__subtotal ASC,
  diagnose__gruppe ASC,
  diagnose__navn__subtotal ASC,
  diagnose__navn ASC
LIMIT 10001
