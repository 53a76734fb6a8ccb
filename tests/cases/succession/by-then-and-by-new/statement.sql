SELECT
  sager__da_id AS "sager.da_id",
  sager__ny_id AS "sager.ny_id",
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal"
FROM (
  SELECT
    "sag.da".id AS sager__da_id,
    "sag.ny".id AS sager__ny_id,
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS sag__antal
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.enhed AS "sag.da"
    ON (
      sag.enhed = "sag.da".id
    )
    AND "sag.da".fra <= sag.start
    AND (
      "sag.da".til IS NULL OR "sag.da".til > sag.start
    )
  LEFT JOIN demo.main.efter AS "sag.ny"
    ON (
      sag.enhed = "sag.ny".fra_enhed
    )
    AND "sag.ny".fra <= $1
    AND (
      "sag.ny".til IS NULL OR "sag.ny".til > $1
    )
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sager__da_id ASC,
  sager__ny_id ASC
LIMIT 10001
