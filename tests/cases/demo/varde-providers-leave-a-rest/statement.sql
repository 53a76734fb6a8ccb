SELECT
  CAST(ROUND(varde_prognose__prognose_private, 0) AS DECIMAL(38, 0)) AS "varde_prognose.prognose_private",
  CAST(ROUND(varde_prognose__prognose_andre_kommuner, 0) AS DECIMAL(38, 0)) AS "varde_prognose.prognose_andre_kommuner",
  CAST(ROUND(varde_prognose__prognose_varde, 0) AS DECIMAL(38, 0)) AS "varde_prognose.prognose_varde",
  CAST(ROUND(varde_prognose__prognose_oevrige, 0) AS DECIMAL(38, 0)) AS "varde_prognose.prognose_oevrige"
FROM (
  SELECT
    SUM(varde_prognose.private_kr) AS varde_prognose__prognose_private,
    SUM(varde_prognose.andre_kommuner_kr) AS varde_prognose__prognose_andre_kommuner,
    SUM(varde_prognose.varde_kr) AS varde_prognose__prognose_varde,
    SUM(
      varde_prognose.prognose_kr - COALESCE(varde_prognose.private_kr, 0) - COALESCE(varde_prognose.andre_kommuner_kr, 0) - COALESCE(varde_prognose.varde_kr, 0)
    ) AS varde_prognose__prognose_oevrige
  FROM demo.main.varde_prognose AS varde_prognose
) AS core
ORDER BY
  varde_prognose__prognose_private DESC
LIMIT 10001
