SELECT
  varde_108__tilbud AS "varde_108.tilbud",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__dage AS INT128) * 100, CAST(varde_108__dage_pr_aar AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "varde_108.aarsvaerk"
FROM (
  SELECT
    varde_108.tilbud AS varde_108__tilbud,
    CAST((
      varde_108.dage + "varde_108.konvention".slutdag
    ) AS INT128) AS varde_108__dage,
    "varde_108.konvention".dage_pr_aar AS varde_108__dage_pr_aar
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
) AS core
ORDER BY
  varde_108__tilbud ASC
LIMIT 10001
