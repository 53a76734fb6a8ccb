SELECT
  varde_108__leverandoertype AS "varde_108.leverandoertype",
  CAST(varde_108__beloeb AS DECIMAL(38, 2)) AS "varde_108.beloeb",
  CAST(varde_108__dage AS BIGINT) AS "varde_108.dage",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__dage AS INT128) * 100, CAST(varde_108__dage_pr_aar AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "varde_108.aarsvaerk",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_108__beloeb * 100 AS INT128) * CAST(varde_108__dage_pr_aar AS INT128),
    CAST(varde_108__dage AS INT128) * 100
  ) AS DECIMAL(38, 0)) AS "varde_108.enhedspris",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__beloeb * 100 AS INT128), CAST(varde_108__dage AS INT128) * 100) AS DECIMAL(38, 0)) AS "varde_108.dagstakst"
FROM (
  SELECT
    varde_108.leverandoertype AS varde_108__leverandoertype,
    SUM(varde_108.beloeb_kr) AS varde_108__beloeb,
    SUM(varde_108.dage + "varde_108.konvention".slutdag) AS varde_108__dage,
    MAX("varde_108.konvention".dage_pr_aar) AS varde_108__dage_pr_aar
  FROM demo.main.varde_108 AS varde_108
  LEFT JOIN demo.main.dagkonvention AS "varde_108.konvention"
    ON (
      "varde_108.konvention".konvention = 'slutdagen ikke talt'
    )
    AND "varde_108.konvention".gyldig_fra <= varde_108.start
    AND (
      "varde_108.konvention".gyldig_til IS NULL
      OR "varde_108.konvention".gyldig_til > varde_108.start
    )
  GROUP BY
    1
) AS core
ORDER BY
  varde_108__leverandoertype ASC
LIMIT 10001
