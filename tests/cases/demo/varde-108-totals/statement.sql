SELECT
  varde_108_totaler__leverandoertype AS "varde_108_totaler.leverandoertype",
  CAST(varde_108_totaler__beloeb_netto AS DECIMAL(38, 2)) AS "varde_108_totaler.beloeb_netto",
  CAST(NEAREST_QUOTIENT(CAST(varde_108_totaler__dage AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "varde_108_totaler.aarsvaerk",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_108_totaler__beloeb_netto * 100 AS INT128) * 365,
    CAST(varde_108_totaler__dage AS INT128) * 100
  ) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris",
  CAST(ROUND(varde_108_totaler__enhedspris_publiceret, 0) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris_publiceret"
FROM (
  SELECT
    varde_108_totaler.leverandoertype AS varde_108_totaler__leverandoertype,
    CAST(varde_108_totaler.beloeb_netto_kr AS DECIMAL(38, 2)) AS varde_108_totaler__beloeb_netto,
    CAST(varde_108_totaler.dage AS INT128) AS varde_108_totaler__dage,
    CAST(varde_108_totaler.gennemsnit_publiceret AS DECIMAL(38, 2)) AS varde_108_totaler__enhedspris_publiceret
  FROM demo.main.varde_108_totaler AS varde_108_totaler
) AS core
ORDER BY
  varde_108_totaler__leverandoertype ASC
LIMIT 10001
