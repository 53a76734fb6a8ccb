SELECT
  region__navn AS "region.navn",
  CAST(diagnose__antal AS BIGINT) AS "diagnose.antal"
FROM (
  SELECT
    once.region__navn,
    COUNT(*) AS diagnose__antal
  FROM demo.main.diagnose AS diagnose
  INNER JOIN (
    SELECT DISTINCT
      "diagnose.<person_diagnose.diagnose.person.hjem.region".navn AS region__navn,
      diagnose.kode AS diagnose__key_0
    FROM demo.main.diagnose AS diagnose
    LEFT JOIN demo.main.person_diagnose AS "diagnose.<person_diagnose.diagnose"
      ON "diagnose.<person_diagnose.diagnose".diagnose = diagnose.kode
    LEFT JOIN demo.main.person AS "diagnose.<person_diagnose.diagnose.person"
      ON "diagnose.<person_diagnose.diagnose".person = "diagnose.<person_diagnose.diagnose.person".id
    LEFT JOIN demo.main.kommune AS "diagnose.<person_diagnose.diagnose.person.hjem"
      ON "diagnose.<person_diagnose.diagnose.person".hjemkommune = "diagnose.<person_diagnose.diagnose.person.hjem".kode
    LEFT JOIN demo.main.region AS "diagnose.<person_diagnose.diagnose.person.hjem.region"
      ON "diagnose.<person_diagnose.diagnose.person.hjem".region_id = "diagnose.<person_diagnose.diagnose.person.hjem.region".id
  ) AS once
    ON once.diagnose__key_0 = diagnose.kode
  GROUP BY
    1
) AS core
ORDER BY
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  region__navn ASC
LIMIT 10001
