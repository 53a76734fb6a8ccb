SELECT
  CAST(varde_108_totaler__beloeb AS DECIMAL(38, 2)) AS "varde_108_totaler.beloeb",
  CAST(varde_108_totaler__beloeb_netto AS DECIMAL(38, 2)) AS "varde_108_totaler.beloeb_netto",
  CAST(NEAREST_QUOTIENT(CAST(varde_108_totaler__dage AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "varde_108_totaler.aarsvaerk",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_108_totaler__beloeb_netto * 100 AS INT128) * 365,
    CAST(varde_108_totaler__dage AS INT128) * 100
  ) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris"
FROM (
  SELECT
    SUM(varde_108_totaler.beloeb_kr) AS varde_108_totaler__beloeb,
    SUM(varde_108_totaler.beloeb_netto_kr) AS varde_108_totaler__beloeb_netto,
    SUM(varde_108_totaler.dage) AS varde_108_totaler__dage
  FROM demo.main.varde_108_totaler AS varde_108_totaler
) AS core
ORDER BY
  varde_108_totaler__beloeb DESC
LIMIT 10001
