SELECT
  afgoerelse__udfald AS "afgoerelse.udfald",
  notat__slags AS "notat.slags",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    once.afgoerelse__udfald,
    once.notat__slags,
    SUM(sag.pris) AS sag__pris_i_alt,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  INNER JOIN (
    SELECT DISTINCT
      "sag.<afgoerelse.sag".udfald AS afgoerelse__udfald,
      "sag.<notat.sag".slags AS notat__slags,
      sag.id AS sag__key_0
    FROM demo.main.sag AS sag
    LEFT JOIN demo.main.afgoerelse AS "sag.<afgoerelse.sag"
      ON "sag.<afgoerelse.sag".sag = sag.id
    LEFT JOIN demo.main.notat AS "sag.<notat.sag"
      ON "sag.<notat.sag".sag = sag.id
  ) AS once
    ON once.sag__key_0 = sag.id
  GROUP BY
    1,
    2
) AS core
ORDER BY
  CASE afgoerelse__udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  afgoerelse__udfald ASC,
  notat__slags ASC
LIMIT 10001
