SELECT
  sagsdiagnoser__person_navn AS "sagsdiagnoser.person_navn",
  CAST("person_diagnose__diagnose.navn__count_distinct" AS BIGINT) AS "sagsdiagnoser.diagnose_navn__count_distinct",
  CAST("person_diagnose__diagnose.gruppe__count_distinct" AS BIGINT) AS "sagsdiagnoser.diagnose_gruppe__count_distinct"
FROM (
  SELECT
    "person_diagnose.person".navn AS sagsdiagnoser__person_navn,
    COUNT(DISTINCT "person_diagnose.diagnose".navn) AS "person_diagnose__diagnose.navn__count_distinct",
    COUNT(DISTINCT "person_diagnose.diagnose".gruppe) AS "person_diagnose__diagnose.gruppe__count_distinct"
  FROM demo.main.person_diagnose AS person_diagnose
  LEFT JOIN demo.main.diagnose AS "person_diagnose.diagnose"
    ON person_diagnose.diagnose = "person_diagnose.diagnose".kode
  LEFT JOIN demo.main.person AS "person_diagnose.person"
    ON person_diagnose.person = "person_diagnose.person".id
  GROUP BY
    1
) AS core
ORDER BY
  sagsdiagnoser__person_navn ASC
LIMIT 10001
