SELECT
  diagnose__gruppe AS "diagnose.gruppe",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(person__antal AS BIGINT) AS "person.antal",
  CAST(diagnose__antal AS BIGINT) AS "diagnose.antal"
FROM (
  SELECT
    facts.diagnose__gruppe,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    COALESCE(MAX(facts.person__antal), 0) AS person__antal,
    COALESCE(MAX(facts.diagnose__antal), 0) AS diagnose__antal
  FROM (
    SELECT
      diagnose__gruppe,
      sag__antal,
      NULL AS person__antal,
      NULL AS diagnose__antal
    FROM (
      SELECT
        once.diagnose__gruppe,
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
      INNER JOIN (
        SELECT DISTINCT
          "sag.person.<person_diagnose.person.diagnose".gruppe AS diagnose__gruppe,
          sag.id AS sag__key_0
        FROM demo.main.sag AS sag
        LEFT JOIN demo.main.person AS "sag.person"
          ON sag.person = "sag.person".id
        LEFT JOIN demo.main.person_diagnose AS "sag.person.<person_diagnose.person"
          ON "sag.person.<person_diagnose.person".person = "sag.person".id
        LEFT JOIN demo.main.diagnose AS "sag.person.<person_diagnose.person.diagnose"
          ON "sag.person.<person_diagnose.person".diagnose = "sag.person.<person_diagnose.person.diagnose".kode
      ) AS once
        ON once.sag__key_0 = sag.id
      GROUP BY
        1
    ) AS sag__antal
    UNION ALL
    SELECT
      diagnose__gruppe,
      NULL AS sag__antal,
      person__antal,
      NULL AS diagnose__antal
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
      ) AS once
        ON once.person__key_0 = person.id
      GROUP BY
        1
    ) AS person__antal
    UNION ALL
    SELECT
      diagnose__gruppe,
      NULL AS sag__antal,
      NULL AS person__antal,
      diagnose__antal
    FROM (
      SELECT
        diagnose.gruppe AS diagnose__gruppe,
        COUNT(*) AS diagnose__antal
      FROM demo.main.diagnose AS diagnose
      GROUP BY
        1
    ) AS diagnose__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  diagnose__gruppe ASC
LIMIT 10001
