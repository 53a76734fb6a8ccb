SELECT
  sager__ny_id AS "sager.ny_id",
  CAST(sager__ny_id__subtotal AS BOOLEAN) AS "sager.ny_id__subtotal",
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal",
  CAST(ROUND(sag__kr, 2) AS DECIMAL(38, 2)) AS "sager.kr",
  CAST(sag__timer AS DECIMAL(38, 2)) AS "sager.timer"
FROM (
  SELECT
    "sag.ny".id AS sager__ny_id,
    GROUPING("sag.ny".id) AS sager__ny_id__subtotal,
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS sag__antal,
    CAST(SUM(sag.beloeb * COALESCE("sag.ny".andel, 1)) AS DECIMAL(38, 4)) AS sag__kr,
    CAST(SUM(sag.timer * COALESCE("sag.ny".andel, 1)) AS DECIMAL(38, 2)) AS sag__timer
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.efter AS "sag.ny"
    ON (
      sag.enhed = "sag.ny".fra_enhed
    )
    AND "sag.ny".fra <= $1
    AND (
      "sag.ny".til IS NULL OR "sag.ny".til > $1
    )
  GROUP BY
    GROUPING SETS (
      (
        1
      ),
      ()
    )
) AS core
ORDER BY
  sag__antal DESC,
  sager__ny_id__subtotal ASC,
  sager__ny_id ASC
LIMIT 10001
