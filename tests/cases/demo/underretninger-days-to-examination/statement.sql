SELECT
  underretninger__afsluttet__year AS "underretninger.afsluttet.year",
  CAST(underretning__antal_afsluttede AS BIGINT) AS "underretninger.antal_afsluttede",
  CAST(NEAREST_QUOTIENT(
    CAST(underretning__sagstid__0 AS INT128) * 10,
    CAST(underretning__sagstid__1 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "underretninger.sagstid",
  CAST(underretning__antal_med_frist AS BIGINT) AS "underretninger.antal_med_frist",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(underretning__antal_inden_frist AS INT128) * 100
    ) * 10,
    CAST(underretning__antal_med_frist AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "underretninger.fristoverholdelse"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', underretning.afsluttet) AS DATE) AS underretninger__afsluttet__year,
    COUNT(*) FILTER(WHERE
      NOT underretning.afsluttet IS NULL) AS underretning__antal_afsluttede,
    SUM(DATE_DIFF('DAY', underretning.modtaget, underretning.afsluttet)) AS underretning__sagstid__0,
    COUNT(DATE_DIFF('DAY', underretning.modtaget, underretning.afsluttet)) AS underretning__sagstid__1,
    COUNT(*) FILTER(WHERE
      NOT underretning.afsluttet IS NULL AND NOT underretning.frist IS NULL) AS underretning__antal_med_frist,
    COUNT(*) FILTER(WHERE
      underretning.afsluttet <= underretning.frist) AS underretning__antal_inden_frist
  FROM demo.main.underretning AS underretning
  WHERE
    (
      underretning.afsluttet >= $1 AND (
        underretning.afsluttet < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  underretninger__afsluttet__year ASC
LIMIT 10001
