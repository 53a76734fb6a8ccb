SELECT
  CAST(ROUND(varde_prognose__prognose, 0) AS DECIMAL(38, 0)) AS "varde_prognose.prognose",
  CAST(ROUND(varde_prognose__budget, 0) AS DECIMAL(38, 0)) AS "varde_prognose.budget",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_prognose__budget * 100 AS INT128) - CAST(varde_prognose__prognose * 100 AS INT128),
    100
  ) AS DECIMAL(38, 0)) AS "varde_prognose.afvigelse",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(varde_prognose__prognose * 100 AS INT128) * 100
    ) * 100,
    CAST(varde_prognose__budget * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "varde_prognose.prognoseprocent"
FROM (
  SELECT
    SUM(varde_prognose.prognose_kr) AS varde_prognose__prognose,
    SUM(varde_prognose.korrigeret_budget_kr) AS varde_prognose__budget
  FROM demo.main.varde_prognose AS varde_prognose
) AS core
ORDER BY
  varde_prognose__prognose DESC
LIMIT 10001
