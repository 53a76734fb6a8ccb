SELECT
  sager__landsdel_navn AS "sager.landsdel_navn",
  CAST(sag__antal AS BIGINT) AS "sager.antal"
FROM (
  SELECT
    "sag.handle.region.landsdel".navn AS sager__landsdel_navn,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
  LEFT JOIN demo.main.region AS "sag.handle.region"
    ON "sag.handle".region_id = "sag.handle.region".id
  LEFT JOIN demo.main.landsdel AS "sag.handle.region.landsdel"
    ON "sag.handle.region".landsdel_id = "sag.handle.region.landsdel".id
  GROUP BY
    1
) AS core
ORDER BY
  sager__landsdel_navn ASC
LIMIT 10001
