SELECT
  afgoerelser__afgjort__year AS "afgoerelser.afgjort.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(afgoerelse__antal_inden_frist AS INT128) * 100
    ) * 10,
    CAST(afgoerelse__antal_med_frist AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "afgoerelser.fristoverholdelse",
  CAST(afgoerelse__antal_uden_frist AS BIGINT) AS "afgoerelser.antal_uden_frist"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', afgoerelse.afgjort) AS DATE) AS afgoerelser__afgjort__year,
    COUNT(*) FILTER(WHERE
      afgoerelse.afgjort <= afgoerelse.frist) AS afgoerelse__antal_inden_frist,
    COUNT(*) FILTER(WHERE
      NOT afgoerelse.afgjort IS NULL AND NOT afgoerelse.frist IS NULL) AS afgoerelse__antal_med_frist,
    COUNT(*) FILTER(WHERE
      NOT afgoerelse.afgjort IS NULL AND afgoerelse.frist IS NULL) AS afgoerelse__antal_uden_frist
  FROM demo.main.afgoerelse AS afgoerelse
  WHERE
    (
      afgoerelse.afgjort >= $1 AND (
        afgoerelse.afgjort < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  afgoerelser__afgjort__year ASC
LIMIT 10001
