SELECT
  sager__alene_center AS "sager.alene_center",
  CAST(sag__borgere AS BIGINT) AS "sager.borgere",
  CAST(sag__stoerste AS DECIMAL(38, 2)) AS "sager.stoerste"
FROM (
  SELECT
    "sag.alene".center AS sager__alene_center,
    COUNT(DISTINCT sag.borger) AS sag__borgere,
    MAX(sag.beloeb) AS sag__stoerste
  FROM demo.main.sag AS sag
  LEFT JOIN (
    SELECT
      *
    FROM demo.main.efter AS efter
    WHERE
      andel = 1
  ) AS "sag.alene"
    ON (
      sag.enhed = "sag.alene".fra_enhed
    )
    AND "sag.alene".fra <= $1
    AND (
      "sag.alene".til IS NULL OR "sag.alene".til > $1
    )
  GROUP BY
    1
) AS core
ORDER BY
  sager__alene_center ASC
LIMIT 10001
