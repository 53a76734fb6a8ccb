SELECT
  personsager__navn AS "personsager.navn",
  personsager__sag_hast AS "personsager.sag_hast"
FROM (
  SELECT DISTINCT
    person.navn AS personsager__navn,
    "person.<sag.person".hast AS personsager__sag_hast
  FROM demo.main.person AS person
  LEFT JOIN demo.main.sag AS "person.<sag.person"
    ON "person.<sag.person".person = person.id
) AS core
ORDER BY
  personsager__navn ASC,
  personsager__sag_hast ASC
LIMIT 10001
