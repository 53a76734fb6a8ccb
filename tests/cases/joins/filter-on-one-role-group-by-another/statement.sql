SELECT
  sager__handle_region AS "sager.handle_region",
  CAST(sag__antal AS BIGINT) AS "sager.antal",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sager.pris_i_alt"
FROM (
  SELECT
    "sag.handle.region".navn AS sager__handle_region,
    COUNT(*) AS sag__antal,
    SUM(sag.pris) AS sag__pris_i_alt
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.betal"
    ON sag.betal = "sag.betal".kode
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
  LEFT JOIN demo.main.region AS "sag.handle.region"
    ON "sag.handle".region_id = "sag.handle.region".id
  WHERE
    "sag.betal".navn = $1
  GROUP BY
    1
) AS core
ORDER BY
  CASE sager__handle_region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  sager__handle_region ASC
LIMIT 10001
