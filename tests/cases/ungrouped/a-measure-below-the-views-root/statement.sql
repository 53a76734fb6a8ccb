SELECT
  personsager__navn AS "personsager.navn",
  personsager__sag_hast AS "personsager.sag_hast",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "personsager.sag_pris_i_alt",
  CAST(sag__antal AS BIGINT) AS "personsager.sag_antal"
FROM (
  SELECT
    "sag.person".navn AS personsager__navn,
    sag.hast AS personsager__sag_hast,
    sag.id AS ".key_0",
    sag.pris AS sag__pris_i_alt,
    1 AS sag__antal
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.person AS "sag.person"
    ON sag.person = "sag.person".id
) AS core
ORDER BY
  personsager__navn ASC,
  personsager__sag_hast ASC,
  ".key_0" ASC
LIMIT 10001
