SELECT
  diagnose__navn AS "diagnose.navn",
  CAST(person__antal AS BIGINT) AS "person.antal",
  CAST(person__formue AS DECIMAL(38, 2)) AS "person.formue"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      once.diagnose__navn,
      COUNT(*) AS person__antal,
      SUM(person.formue) AS person__formue
    FROM demo.main.person AS person
    INNER JOIN (
      SELECT DISTINCT
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
      1
  )
  SELECT
    facts.diagnose__navn,
    COALESCE(MAX(facts.person__antal), 0) AS person__antal,
    MAX(facts.person__formue) AS person__formue
  FROM (
    SELECT
      diagnose__navn,
      person__antal,
      person__formue
    FROM ".answered"
    UNION ALL
    SELECT
      diagnose__navn.diagnose__navn,
      NULL AS person__antal,
      NULL AS person__formue
    FROM (
      SELECT DISTINCT
        diagnose.navn AS diagnose__navn
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.diagnose AS diagnose
        ON ".own".own
    ) AS diagnose__navn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  diagnose__navn ASC
LIMIT 10001
