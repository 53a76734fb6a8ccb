SELECT
  sag__handleregion AS "sag.handleregion",
  CAST(afgoerelse__antal AS BIGINT) AS "afgoerelse.antal"
FROM (
  SELECT
    afgoerelse__sag__handle__region.navn AS sag__handleregion,
    COUNT(*) AS afgoerelse__antal
  FROM demo.main.afgoerelse AS afgoerelse
  LEFT JOIN demo.main.sag AS afgoerelse__sag
    ON afgoerelse.sag = afgoerelse__sag.id
  LEFT JOIN demo.main.kommune AS afgoerelse__sag__handle
    ON afgoerelse__sag.handle = afgoerelse__sag__handle.kode
  LEFT JOIN demo.main.region AS afgoerelse__sag__handle__region
    ON afgoerelse__sag__handle.region_id = afgoerelse__sag__handle__region.id
  GROUP BY
    1
) AS core
ORDER BY
  CASE sag__handleregion WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  sag__handleregion ASC
LIMIT 10001
