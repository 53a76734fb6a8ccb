SELECT
  bydel__kode AS "bydel.kode",
  bydel__navn AS "bydel.navn",
  bydel__geometri AS "bydel.geometri"
FROM (
  SELECT DISTINCT
    bydel.kode AS bydel__kode,
    bydel.navn AS bydel__navn,
    bydel.geometri AS bydel__geometri
  FROM demo.main.bydel AS bydel
) AS core
ORDER BY
  bydel__kode ASC,
  bydel__navn ASC,
  bydel__geometri ASC
LIMIT 10001
