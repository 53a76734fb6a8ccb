SELECT
  sager__landsdel_navn AS "sager.landsdel_navn",
  CAST(sag__antal AS BIGINT) AS "sager.antal"
FROM (
  SELECT
    sag__handle__region__landsdel.navn AS sager__landsdel_navn,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS sag__handle
    ON sag.handle = sag__handle.kode
  LEFT JOIN demo.main.region AS sag__handle__region
    ON sag__handle.region_id = sag__handle__region.id
  LEFT JOIN demo.main.landsdel AS sag__handle__region__landsdel
    ON sag__handle__region.landsdel_id = sag__handle__region__landsdel.id
  GROUP BY
    1
) AS core
ORDER BY
  sager__landsdel_navn ASC
LIMIT 10001
