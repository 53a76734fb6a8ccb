SELECT
  afgoerelse__udfald AS "afgoerelse.udfald",
  CAST(sag__pris_median AS DECIMAL(38, 3)) AS "sag.pris_median"
FROM (
  SELECT
    once.afgoerelse__udfald,
    (
      QUANTILE_DISC(CAST(sag.pris AS DECIMAL(38, 3)), 0.5) + QUANTILE_DISC(CAST(sag.pris AS DECIMAL(38, 3)), -0.5)
    ) * 0.5 AS sag__pris_median
  FROM demo.main.sag AS sag
  INNER JOIN (
    SELECT DISTINCT
      "sag.<afgoerelse.sag".udfald AS afgoerelse__udfald,
      sag.id AS sag__key_0
    FROM demo.main.sag AS sag
    LEFT JOIN demo.main.afgoerelse AS "sag.<afgoerelse.sag"
      ON "sag.<afgoerelse.sag".sag = sag.id
  ) AS once
    ON once.sag__key_0 = sag.id
  GROUP BY
    1
) AS core
ORDER BY
  CASE afgoerelse__udfald WHEN 'nej' THEN 0 WHEN 'ja' THEN 1 END ASC,
  afgoerelse__udfald ASC
LIMIT 10001
