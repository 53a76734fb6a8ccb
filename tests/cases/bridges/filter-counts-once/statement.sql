SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt",
  CAST(person__antal AS BIGINT) AS "person.antal",
  CAST(person__formue AS DECIMAL(38, 2)) AS "person.formue"
FROM (
  SELECT
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    MAX(facts.sag__pris_i_alt) AS sag__pris_i_alt,
    COALESCE(MAX(facts.person__antal), 0) AS person__antal,
    MAX(facts.person__formue) AS person__formue
  FROM (
    SELECT
      sag__antal,
      sag__pris_i_alt,
      NULL AS person__antal,
      NULL AS person__formue
    FROM (
      SELECT
        COUNT(*) AS sag__antal,
        SUM(sag.pris) AS sag__pris_i_alt
      FROM demo.main.sag AS sag
      INNER JOIN (
        SELECT DISTINCT
          sag.id AS sag__key_0
        FROM demo.main.sag AS sag
        LEFT JOIN demo.main.person AS "sag.person"
          ON sag.person = "sag.person".id
        LEFT JOIN demo.main.person_diagnose AS "sag.person.<person_diagnose.person"
          ON "sag.person.<person_diagnose.person".person = "sag.person".id
        LEFT JOIN demo.main.diagnose AS "sag.person.<person_diagnose.person.diagnose"
          ON "sag.person.<person_diagnose.person".diagnose = "sag.person.<person_diagnose.person.diagnose".kode
        WHERE
          "sag.person.<person_diagnose.person.diagnose".navn IN ($1, $2)
      ) AS once
        ON once.sag__key_0 = sag.id
    ) AS sag__antal
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__pris_i_alt,
      person__antal,
      person__formue
    FROM (
      SELECT
        COUNT(*) AS person__antal,
        SUM(person.formue) AS person__formue
      FROM demo.main.person AS person
      INNER JOIN (
        SELECT DISTINCT
          person.id AS person__key_0
        FROM demo.main.person AS person
        LEFT JOIN demo.main.person_diagnose AS "person.<person_diagnose.person"
          ON "person.<person_diagnose.person".person = person.id
        LEFT JOIN demo.main.diagnose AS "person.<person_diagnose.person.diagnose"
          ON "person.<person_diagnose.person".diagnose = "person.<person_diagnose.person.diagnose".kode
        WHERE
          "person.<person_diagnose.person.diagnose".navn IN ($1, $2)
      ) AS once
        ON once.person__key_0 = person.id
    ) AS person__antal
  ) AS facts
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
