SELECT
  skolegange__foranstaltning AS "skolegange.foranstaltning",
  CAST(skolegang__til_afgangseksamen AS BIGINT) AS "skolegange.til_afgangseksamen",
  CAST(skolegang__bestaaet_afgangseksamen AS BIGINT) AS "skolegange.bestaaet_afgangseksamen",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(skolegang__bestaaet_afgangseksamen AS INT128) * 100
    ) * 10,
    CAST(skolegang__til_afgangseksamen AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "skolegange.andel_bestaaet",
  CAST(NEAREST_QUOTIENT(
    CAST(skolegang__karaktergennemsnit__0 * 10 AS INT128),
    CAST(skolegang__karaktergennemsnit__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "skolegange.karaktergennemsnit",
  CAST(skolegang__afsluttet_8_klasse AS BIGINT) AS "skolegange.afsluttet_8_klasse",
  CAST(skolegang__gennemfoert_ungdomsuddannelse AS BIGINT) AS "skolegange.gennemfoert_ungdomsuddannelse"
FROM (
  SELECT
    skolegang.foranstaltning AS skolegange__foranstaltning,
    COUNT(DISTINCT skolegang.borger_id) FILTER(WHERE
      skolegang.milepael = 'afgangseksamen') AS skolegang__til_afgangseksamen,
    COUNT(DISTINCT skolegang.borger_id) FILTER(WHERE
      skolegang.resultat = 'bestået') AS skolegang__bestaaet_afgangseksamen,
    SUM(skolegang.karakter) AS skolegang__karaktergennemsnit__0,
    COUNT(skolegang.karakter) AS skolegang__karaktergennemsnit__1,
    COUNT(DISTINCT skolegang.borger_id) FILTER(WHERE
      skolegang.milepael = '8. klasse') AS skolegang__afsluttet_8_klasse,
    COUNT(DISTINCT skolegang.borger_id) FILTER(WHERE
      skolegang.milepael = 'ungdomsuddannelse') AS skolegang__gennemfoert_ungdomsuddannelse
  FROM demo.main.skolegang AS skolegang
  GROUP BY
    1
) AS core
ORDER BY
  CASE skolegange__foranstaltning
    WHEN 'støttende indsats'
    THEN 0
    WHEN 'anbringelse'
    THEN 1
    WHEN 'efterværn og ungestøtte'
    THEN 2
  END ASC,
  skolegange__foranstaltning ASC
LIMIT 10001
