WITH ".top" AS MATERIALIZED (
  SELECT
    diagnose__kode,
    TRUE AS met
  FROM (
    SELECT
      once.diagnose__kode,
      SUM(person.formue) AS person__formue
    FROM demo.main.person AS person
    INNER JOIN (
      SELECT DISTINCT
        "person.<person_diagnose.person.diagnose".kode AS diagnose__kode,
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
  ) AS core
  ORDER BY
    person__formue DESC,
    diagnose__kode ASC
  LIMIT 2
)
SELECT
  diagnose__kode AS "diagnose.kode",
  diagnose__kode__rest AS "diagnose.kode__rest",
  CAST(person__antal AS BIGINT) AS "person.antal",
  CAST(person__formue AS DECIMAL(38, 2)) AS "person.formue"
FROM (
  SELECT
    once.diagnose__kode,
    once.diagnose__kode__rest,
    COUNT(*) AS person__antal,
    SUM(person.formue) AS person__formue
  FROM demo.main.person AS person
  INNER JOIN (
    SELECT DISTINCT
      CASE WHEN ".top".met THEN "person.<person_diagnose.person.diagnose".kode END AS diagnose__kode,
      ".top".met IS NULL AS diagnose__kode__rest,
      person.id AS person__key_0
    FROM demo.main.person AS person
    LEFT JOIN demo.main.person_diagnose AS "person.<person_diagnose.person"
      ON "person.<person_diagnose.person".person = person.id
    LEFT JOIN demo.main.diagnose AS "person.<person_diagnose.person.diagnose"
      ON "person.<person_diagnose.person".diagnose = "person.<person_diagnose.person.diagnose".kode
    LEFT JOIN ".top"
      ON ".top".diagnose__kode IS NOT DISTINCT FROM "person.<person_diagnose.person.diagnose".kode
  ) AS once
    ON once.person__key_0 = person.id
  GROUP BY
    1,
    2
) AS core
ORDER BY
  diagnose__kode__rest ASC,
  diagnose__kode ASC
LIMIT 10001
