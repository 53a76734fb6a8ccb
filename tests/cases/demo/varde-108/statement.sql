SELECT
  varde_108__leverandoertype AS "varde_108.leverandoertype",
  CAST(varde_108__beloeb AS DECIMAL(38, 2)) AS "varde_108.beloeb",
  CAST(varde_108__dage AS BIGINT) AS "varde_108.dage",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__dage AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "varde_108.aarsvaerk",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_108__beloeb * 100 AS INT128) * 365,
    CAST(varde_108__dage AS INT128) * 100
  ) AS DECIMAL(38, 0)) AS "varde_108.enhedspris",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__beloeb * 100 AS INT128), CAST(varde_108__dage AS INT128) * 100) AS DECIMAL(38, 0)) AS "varde_108.dagstakst"
FROM (
  SELECT
    varde_108.leverandoertype AS varde_108__leverandoertype,
    SUM(varde_108.beloeb_kr) AS varde_108__beloeb,
    SUM(varde_108.dage) AS varde_108__dage
  FROM demo.main.varde_108 AS varde_108
  GROUP BY
    1
) AS core
ORDER BY
  varde_108__leverandoertype ASC
LIMIT 10001
