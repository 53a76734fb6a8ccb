SELECT
  afgoerelse__udfald AS "afgoerelse.udfald",
  CAST(afgoerelse__i_hast AS BIGINT) AS "afgoerelse.i_hast",
  CAST(afgoerelse__antal AS BIGINT) AS "afgoerelse.antal"
FROM (
  SELECT
    afgoerelse.udfald AS afgoerelse__udfald,
    COUNT(*) FILTER(WHERE
      "afgoerelse.sag".hast) AS afgoerelse__i_hast,
    COUNT(*) AS afgoerelse__antal
  FROM demo.main.afgoerelse AS afgoerelse
  LEFT JOIN demo.main.sag AS "afgoerelse.sag"
    ON afgoerelse.sag = "afgoerelse.sag".id
  GROUP BY
    1
) AS core
ORDER BY
  CASE afgoerelse__udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  afgoerelse__udfald ASC
LIMIT 10001
