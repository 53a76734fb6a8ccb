WITH ".top" AS MATERIALIZED (
  SELECT
    afgoerelse__udfald,
    TRUE AS met
  FROM (
    SELECT
      afgoerelse.udfald AS afgoerelse__udfald,
      SUM(afgoerelse.beloeb) AS afgoerelse__beloeb
    FROM demo.main.afgoerelse AS afgoerelse
    GROUP BY
      1
  ) AS core
  ORDER BY
    afgoerelse__beloeb DESC,
    CASE afgoerelse__udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
    afgoerelse__udfald ASC
  LIMIT 1
)
SELECT
  afgoerelse__udfald AS "afgoerelse.udfald",
  afgoerelse__udfald__rest AS "afgoerelse.udfald__rest",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__pris_i_alt AS DECIMAL(38, 2)) AS "sag.pris_i_alt"
FROM (
  SELECT
    once.afgoerelse__udfald,
    once.afgoerelse__udfald__rest,
    COUNT(*) AS sag__antal,
    SUM(sag.pris) AS sag__pris_i_alt
  FROM demo.main.sag AS sag
  INNER JOIN (
    SELECT DISTINCT
      CASE WHEN ".top".met THEN "sag.<afgoerelse.sag".udfald END AS afgoerelse__udfald,
      ".top".met IS NULL AS afgoerelse__udfald__rest,
      sag.id AS sag__key_0
    FROM demo.main.sag AS sag
    LEFT JOIN demo.main.afgoerelse AS "sag.<afgoerelse.sag"
      ON "sag.<afgoerelse.sag".sag = sag.id
    LEFT JOIN ".top"
      ON ".top".afgoerelse__udfald IS NOT DISTINCT FROM "sag.<afgoerelse.sag".udfald
  ) AS once
    ON once.sag__key_0 = sag.id
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sag__antal DESC,
  afgoerelse__udfald__rest ASC,
  CASE afgoerelse__udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  afgoerelse__udfald ASC
LIMIT 10001
