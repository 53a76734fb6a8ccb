SELECT
  diagnose__navn AS "diagnose.navn",
  CAST(person_diagnose__antal AS BIGINT) AS "person_diagnose.antal"
FROM (
  SELECT
    "person_diagnose.diagnose".navn AS diagnose__navn,
    COUNT(*) AS person_diagnose__antal
  FROM demo.main.person_diagnose AS person_diagnose
  LEFT JOIN demo.main.diagnose AS "person_diagnose.diagnose"
    ON person_diagnose.diagnose = "person_diagnose.diagnose".kode
  GROUP BY
    1
) AS core
ORDER BY
  diagnose__navn ASC
LIMIT 10001
