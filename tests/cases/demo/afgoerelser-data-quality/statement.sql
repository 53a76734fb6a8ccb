SELECT
  afgoerelser__lov AS "afgoerelser.lov",
  CAST(afgoerelse__antal_uden_frist AS BIGINT) AS "afgoerelser.antal_uden_frist",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(afgoerelse__antal_uden_frist AS INT128) * 100
    ) * 10,
    CAST(afgoerelse__antal_afgoerelser AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "afgoerelser.andel_uden_frist",
  CAST(afgoerelse__antal_i_fremtiden AS BIGINT) AS "afgoerelser.antal_i_fremtiden"
FROM (
  SELECT
    afgoerelse.lov AS afgoerelser__lov,
    COUNT(*) FILTER(WHERE
      NOT afgoerelse.afgjort IS NULL AND afgoerelse.frist IS NULL) AS afgoerelse__antal_uden_frist,
    COUNT(*) FILTER(WHERE
      NOT afgoerelse.afgjort IS NULL) AS afgoerelse__antal_afgoerelser,
    COUNT(*) FILTER(WHERE
      DATE_DIFF('DAY', afgoerelse.registreret, afgoerelse.afgjort) > 1) AS afgoerelse__antal_i_fremtiden
  FROM demo.main.afgoerelse AS afgoerelse
  GROUP BY
    1
) AS core
ORDER BY
  afgoerelse__antal_uden_frist DESC,
  afgoerelser__lov ASC
LIMIT 10001
