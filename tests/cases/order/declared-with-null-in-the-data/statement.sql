SELECT
  afgoerelse__udfald AS "afgoerelse.udfald",
  CAST(afgoerelse__antal AS BIGINT) AS "afgoerelse.antal"
FROM (
  SELECT
    afgoerelse.udfald AS afgoerelse__udfald,
    COUNT(*) AS afgoerelse__antal
  FROM demo.main.afgoerelse AS afgoerelse
  GROUP BY
    1
) AS core
ORDER BY
  CASE afgoerelse__udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  afgoerelse__udfald ASC
LIMIT 10001
