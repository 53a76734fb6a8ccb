SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt"
FROM (
  SELECT
    COUNT(*) AS sag__antal,
    SUM(sag.pris) AS sag__pris_i_alt
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.kommune AS "sag.handle"
    ON sag.handle = "sag.handle".kode
  LEFT JOIN demo.main.region AS "sag.handle.region"
    ON "sag.handle".region_id = "sag.handle.region".id
  WHERE
    (
      (
        "sag.handle.region".navn = 'Nord'
      )
    ) AND (
      sag.hast
    )
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
