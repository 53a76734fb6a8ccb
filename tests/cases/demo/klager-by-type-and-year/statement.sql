SELECT
  klager__klagetype AS "klager.klagetype",
  klager__modtaget__year AS "klager.modtaget.year",
  CAST(klage__antal_klager AS BIGINT) AS "klager.antal_klager",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(klage__antal_medhold AS INT128) * 100
    ) * 10,
    CAST(klage__antal_besvarede AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "klager.medholdsandel",
  CAST(klage__antal_uden_sag AS BIGINT) AS "klager.antal_uden_sag",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(klage__antal_uden_sag AS INT128) * 100
    ) * 10,
    CAST(klage__antal_klager AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "klager.andel_uden_sag"
FROM (
  SELECT
    klage.klagetype AS klager__klagetype,
    CAST(DATE_TRUNC('YEAR', klage.modtaget) AS DATE) AS klager__modtaget__year,
    COUNT(*) AS klage__antal_klager,
    COUNT(*) FILTER(WHERE
      klage.udfald IN ('medhold', 'delvist medhold')) AS klage__antal_medhold,
    COUNT(*) FILTER(WHERE
      NOT klage.udfald IS NULL) AS klage__antal_besvarede,
    COUNT(*) FILTER(WHERE
      klage.afgoerelse_id IS NULL) AS klage__antal_uden_sag
  FROM demo.main.klage AS klage
  WHERE
    (
      klage.modtaget >= $1 AND (
        klage.modtaget < $2
      )
    )
  GROUP BY
    1,
    2
) AS core
ORDER BY
  klager__modtaget__year ASC,
  klager__klagetype ASC
LIMIT 10001
