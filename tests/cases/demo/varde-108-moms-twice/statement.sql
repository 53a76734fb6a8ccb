SELECT
  CAST(varde_108_totaler__beloeb AS DECIMAL(38, 2)) AS "varde_108_totaler.beloeb",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN varde_108_totaler__uden_momsandel = 0
      THEN CAST(varde_108_totaler__beloeb_netto_kendt * 1000000 AS INT128)
    END,
    10000
  ) AS DECIMAL(38, 0)) * 0.01 AS "varde_108_totaler.beloeb_netto",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN varde_108_totaler__uden_momsandel = 0
      THEN CAST(varde_108_totaler__beloeb_netto_kendt * 1000000 AS INT128)
    END * 365,
    CAST(varde_108_totaler__dage AS INT128) * 1000000
  ) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris",
  CAST(NEAREST_QUOTIENT(
    CAST(varde_108_totaler__beloeb * 100 AS INT128) * 365,
    CAST(varde_108_totaler__dage AS INT128) * 100
  ) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris_raekker_netto",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(varde_108_totaler__beloeb_moms_to_gange AS DECIMAL(38, 10)) AS TEXT),
      '.',
      ''
    ) AS INT128) * 365,
    CAST(varde_108_totaler__dage AS INT128) * 10000000000
  ) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris_moms_to_gange",
  CAST(ROUND(varde_108_totaler__enhedspris_publiceret, 0) AS DECIMAL(38, 0)) AS "varde_108_totaler.enhedspris_publiceret"
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
    SUM(varde_108_totaler.dage) AS varde_108_totaler__dage,
    SUM(
      varde_108_totaler.beloeb_kr * (
        100 - "varde_108_totaler.momsandel".andel_pct
      ) * (
        100 - "varde_108_totaler.momsandel".andel_pct
      ) * 0.0001
    ) AS varde_108_totaler__beloeb_moms_to_gange,
    SUM(varde_108_totaler.gennemsnit_publiceret) AS varde_108_totaler__enhedspris_publiceret
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
  WHERE
    varde_108_totaler.leverandoertype = $2
) AS core
ORDER BY
  varde_108_totaler__beloeb DESC
LIMIT 10001
