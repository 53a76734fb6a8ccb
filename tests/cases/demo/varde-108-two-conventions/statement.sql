SELECT
  varde_108__leverandoertype AS "varde_108.leverandoertype",
  CAST(varde_108__dage AS BIGINT) AS "varde_108.dage",
  CAST(varde_108__dage_slutdag_talt AS BIGINT) AS "varde_108.dage_slutdag_talt",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__beloeb * 100 AS INT128), CAST(varde_108__dage AS INT128) * 100) AS DECIMAL(38, 0)) AS "varde_108.dagstakst",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_108__beloeb * 100 AS INT128),
    CAST(varde_108__dage_slutdag_talt AS INT128) * 100
  ) AS DECIMAL(38, 0)) AS "varde_108.dagstakst_slutdag_talt"
FROM (
  SELECT
    varde_108.leverandoertype AS varde_108__leverandoertype,
    SUM(varde_108.dage + "varde_108.konvention".slutdag) AS varde_108__dage,
    SUM(varde_108.dage + "varde_108.anden_konvention".slutdag) AS varde_108__dage_slutdag_talt,
    SUM(varde_108.beloeb_kr) AS varde_108__beloeb
  FROM demo.main.varde_108 AS varde_108
  LEFT JOIN demo.main.dagkonvention AS "varde_108.anden_konvention"
    ON (
      "varde_108.anden_konvention".konvention = 'slutdagen talt'
    )
    AND "varde_108.anden_konvention".gyldig_fra <= varde_108.start
    AND (
      "varde_108.anden_konvention".gyldig_til IS NULL
      OR "varde_108.anden_konvention".gyldig_til > varde_108.start
    )
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
