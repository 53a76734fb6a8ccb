SELECT
  diagnose__navn AS "diagnose.navn",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt"
FROM (
  SELECT
    once.diagnose__navn,
    COUNT(*) AS sag__antal,
    SUM(sag.pris) AS sag__pris_i_alt
  FROM demo.main.sag AS sag
  INNER JOIN (
    SELECT DISTINCT
      "sag.person.<person_diagnose.person.diagnose".navn AS diagnose__navn,
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
) AS core
ORDER BY
  diagnose__navn ASC
LIMIT 10001
