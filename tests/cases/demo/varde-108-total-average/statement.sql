SELECT
  CAST(varde_108_totaler__beloeb AS DECIMAL(38, 2)) AS "varde_108_totaler.beloeb",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN varde_108_totaler__uden_momsandel = 0
      THEN CAST(varde_108_totaler__beloeb_netto_kendt * 1000000 AS INT128)
    END,
    10000
  ) AS DECIMAL(38, 0)) * 0.01 AS "varde_108_totaler.beloeb_netto",
  CAST(NEAREST_QUOTIENT(CAST(varde_108_totaler__dage AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "varde_108_totaler.aarsvaerk",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN varde_108_totaler__uden_momsandel = 0
      THEN CAST(varde_108_totaler__beloeb_netto_kendt * 1000000 AS INT128)
    END * 365,
    CAST(varde_108_totaler__dage AS INT128) * 1000000
  ) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris"
FROM (
  SELECT
    SUM(varde_108_totaler.beloeb_kr) AS varde_108_totaler__beloeb,
    COUNT(*) FILTER(WHERE
      "varde_108_totaler.momsandel".andel_pct IS NULL) AS varde_108_totaler__uden_momsandel,
    SUM(
      varde_108_totaler.beloeb_kr * (
        100 - "varde_108_totaler.momsandel".andel_pct
      ) * 0.01
    ) AS varde_108_totaler__beloeb_netto_kendt,
    SUM(varde_108_totaler.dage) AS varde_108_totaler__dage
  FROM demo.main.varde_108_totaler AS varde_108_totaler
  LEFT JOIN demo.main.momsandel AS "varde_108_totaler.momsandel"
    ON (
      varde_108_totaler.leverandoertype = "varde_108_totaler.momsandel".leverandoertype
    )
    AND "varde_108_totaler.momsandel".gyldig_fra <= $1
    AND (
      "varde_108_totaler.momsandel".gyldig_til IS NULL
      OR "varde_108_totaler.momsandel".gyldig_til > $1
    )
) AS core
ORDER BY
  varde_108_totaler__beloeb DESC
LIMIT 10001
