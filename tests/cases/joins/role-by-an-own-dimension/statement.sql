SELECT
  sag__handleregion AS "sag.handleregion",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    "sag.handle.region".navn AS sag__handleregion,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
  LEFT JOIN demo.main.region AS "sag.handle.region"
    ON "sag.handle".region_id = "sag.handle.region".id
  GROUP BY
    1
) AS core
ORDER BY
  CASE sag__handleregion WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  sag__handleregion ASC
LIMIT 10001
