SELECT
  sager__nu_id AS "sager.nu_id",
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal",
  CAST(ROUND(sag__kr, 2) AS DECIMAL(38, 2)) AS "sager.kr"
FROM (
  SELECT
    "sag.nu".id AS sager__nu_id,
    CAST(COALESCE(SUM(COALESCE("sag.nu".andel, 1)), 0) AS DECIMAL(38, 2)) AS sag__antal,
    CAST(SUM(sag.beloeb * COALESCE("sag.nu".andel, 1)) AS DECIMAL(38, 4)) AS sag__kr
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.efter AS "sag.nu"
    ON (
      sag.enhed = "sag.nu".fra_enhed
    )
    AND "sag.nu".fra <= $1
    AND (
      "sag.nu".til IS NULL OR "sag.nu".til > $1
    )
  GROUP BY
    1
) AS core
ORDER BY
  sager__nu_id ASC
LIMIT 10001
