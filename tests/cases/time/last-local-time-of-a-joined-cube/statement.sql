SELECT
  afgoerelse__udfald AS "afgoerelse.udfald",
  afgoerelse__seneste_sag AS "afgoerelse.seneste_sag"
FROM (
  SELECT
    afgoerelse.udfald AS afgoerelse__udfald,
    MAX("afgoerelse.sag".lokal) AS afgoerelse__seneste_sag
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
