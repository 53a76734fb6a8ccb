SELECT
  sager__ny_center AS "sager.ny_center",
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal",
  CAST(sag__antal_x AS DECIMAL(38, 2)) AS "sager.antal_x",
  CAST(ROUND(sag__kr, 2) AS DECIMAL(38, 2)) AS "sager.kr",
  CAST(sag__timer AS DECIMAL(38, 2)) AS "sager.timer",
  CAST(NEAREST_QUOTIENT(CAST(sag__kr * 10000 AS INT128), CAST(sag__antal * 100 AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "sager.kr_pr_sag"
FROM (
  SELECT
    "sag.ny".center AS sager__ny_center,
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS sag__antal,
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)) FILTER(WHERE
      (
        sag.art = 'x'
      )), 0) AS DECIMAL(38, 2)) AS sag__antal_x,
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
    1
) AS core
ORDER BY
  sager__ny_center ASC
LIMIT 10001
