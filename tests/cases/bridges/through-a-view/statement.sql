SELECT
  sagsdiagnoser__diagnose_navn AS "sagsdiagnoser.diagnose_navn",
  CAST(sag__antal AS BIGINT) AS "sagsdiagnoser.antal",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sagsdiagnoser.pris_i_alt",
  CAST(person__antal AS BIGINT) AS "sagsdiagnoser.person_antal"
FROM (
  SELECT
    facts.sagsdiagnoser__diagnose_navn,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    MAX(facts.sag__pris_i_alt) AS sag__pris_i_alt,
    COALESCE(MAX(facts.person__antal), 0) AS person__antal
  FROM (
    SELECT
      sagsdiagnoser__diagnose_navn,
      sag__antal,
      sag__pris_i_alt,
      NULL AS person__antal
    FROM (
      SELECT
        once.sagsdiagnoser__diagnose_navn,
        COUNT(*) AS sag__antal,
        SUM(sag.pris) AS sag__pris_i_alt
      FROM demo.main.sag AS sag
      INNER JOIN (
        SELECT DISTINCT
          "sag.person.<person_diagnose.person.diagnose".navn AS sagsdiagnoser__diagnose_navn,
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
      sagsdiagnoser__diagnose_navn,
      NULL AS sag__antal,
      NULL AS sag__pris_i_alt,
      person__antal
    FROM (
      SELECT
        once.sagsdiagnoser__diagnose_navn,
        COUNT(*) AS person__antal
      FROM demo.main.person AS person
      INNER JOIN (
        SELECT DISTINCT
          "person.<person_diagnose.person.diagnose".navn AS sagsdiagnoser__diagnose_navn,
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
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sagsdiagnoser__diagnose_navn ASC
LIMIT 10001
