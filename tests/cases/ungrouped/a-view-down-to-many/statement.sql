SELECT
  personsager__navn AS "personsager.navn",
  personsager__sag_hast AS "personsager.sag_hast",
  personsager__afgoerelse_udfald AS "personsager.afgoerelse_udfald"
FROM (
  SELECT
    "afgoerelse.sag.person".navn AS personsager__navn,
    "afgoerelse.sag".hast AS personsager__sag_hast,
    afgoerelse.udfald AS personsager__afgoerelse_udfald,
    afgoerelse.id AS ".key_0"
  FROM demo.main.afgoerelse AS afgoerelse
  LEFT JOIN demo.main.sag AS "afgoerelse.sag"
    ON afgoerelse.sag = "afgoerelse.sag".id
  LEFT JOIN demo.main.person AS "afgoerelse.sag.person"
    ON "afgoerelse.sag".person = "afgoerelse.sag.person".id
) AS core
ORDER BY
  personsager__navn ASC,
  CASE personsager__afgoerelse_udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  personsager__afgoerelse_udfald ASC,
  personsager__sag_hast ASC,
  ".key_0" ASC
LIMIT 10001
