SELECT
  varde_prognose__paragraf AS "varde_prognose.paragraf",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_prognose__budget * 100 AS INT128) - CAST(varde_prognose__prognose * 100 AS INT128),
    100
  ) AS DECIMAL(38, 0)) AS "varde_prognose.afvigelse",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_prognose__prognose * 100 AS INT128) - CAST(varde_prognose__budget * 100 AS INT128),
    100
  ) AS DECIMAL(38, 0)) AS "varde_prognose.merforbrug",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(varde_prognose__prognose * 100 AS INT128) * 100
    ) * 100,
    CAST(varde_prognose__budget * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "varde_prognose.prognoseprocent"
FROM (
  SELECT
    varde_prognose.paragraf AS varde_prognose__paragraf,
    SUM(varde_prognose.korrigeret_budget_kr) AS varde_prognose__budget,
    SUM(varde_prognose.prognose_kr) AS varde_prognose__prognose
  FROM demo.main.varde_prognose AS varde_prognose
  GROUP BY
    1
) AS core
ORDER BY
  varde_prognose__paragraf ASC
LIMIT 10001
