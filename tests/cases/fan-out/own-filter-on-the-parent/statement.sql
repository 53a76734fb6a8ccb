SELECT
  afgoerelse__udfald AS "afgoerelse.udfald",
  CAST(afgoerelse__i_hast AS BIGINT) AS "afgoerelse.i_hast",
  CAST(afgoerelse__antal AS BIGINT) AS "afgoerelse.antal"
FROM (
  SELECT
    afgoerelse.udfald AS afgoerelse__udfald,
    COUNT(*) FILTER(WHERE
      afgoerelse__sag.hast) AS afgoerelse__i_hast,
    COUNT(*) AS afgoerelse__antal
  FROM demo.main.afgoerelse AS afgoerelse
  LEFT JOIN demo.main.sag AS afgoerelse__sag
    ON afgoerelse.sag = afgoerelse__sag.id
  GROUP BY
    1
) AS core
ORDER BY
  CASE afgoerelse__udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  afgoerelse__udfald ASC
LIMIT 10001
