SELECT
  sag__handleregion AS "sag.handleregion",
  CAST(afgoerelse__antal AS BIGINT) AS "afgoerelse.antal"
FROM (
  SELECT
    "afgoerelse.sag.handle.region".navn AS sag__handleregion,
    COUNT(*) AS afgoerelse__antal
  FROM demo.main.afgoerelse AS afgoerelse
  LEFT JOIN demo.main.sag AS "afgoerelse.sag"
    ON afgoerelse.sag = "afgoerelse.sag".id
  LEFT JOIN demo.main.kommune AS "afgoerelse.sag.handle"
    ON "afgoerelse.sag".handle = "afgoerelse.sag.handle".kode
  LEFT JOIN demo.main.region AS "afgoerelse.sag.handle.region"
    ON "afgoerelse.sag.handle".region_id = "afgoerelse.sag.handle.region".id
  GROUP BY
    1
) AS core
ORDER BY
  CASE sag__handleregion WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  sag__handleregion ASC
LIMIT 10001
