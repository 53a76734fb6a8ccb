SELECT
  sag__id AS "sag.id",
  sag__handleregion AS "sag.handleregion",
  person__navn AS "person.navn",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt"
FROM (
  SELECT
    sag.id AS sag__id,
    "sag.handle.region".navn AS sag__handleregion,
    "sag.person".navn AS person__navn,
    sag.id AS ".key_0",
    sag.pris AS sag__pris_i_alt
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
  LEFT JOIN demo.main.person AS "sag.person"
    ON sag.person = "sag.person".id
  LEFT JOIN demo.main.region AS "sag.handle.region"
    ON "sag.handle".region_id = "sag.handle.region".id
) AS core
ORDER BY
  sag__id ASC,
  CASE sag__handleregion WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  sag__handleregion ASC,
  person__navn ASC,
  ".key_0" ASC
LIMIT 10001
