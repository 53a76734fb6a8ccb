SELECT
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal",
  CAST(sag__antal_x AS DECIMAL(38, 2)) AS "sager.antal_x",
  CAST(ROUND(sag__kr, 2) AS DECIMAL(38, 2)) AS "sager.kr"
FROM (
  SELECT
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS sag__antal,
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)) FILTER(WHERE
      (
        sag.art = 'x'
      )), 0) AS DECIMAL(38, 2)) AS sag__antal_x,
    CAST(SUM(sag.beloeb * COALESCE("sag.ny".andel, 1)) AS DECIMAL(38, 4)) AS sag__kr
  FROM demo.main.sag AS sag
  LEFT JOIN demo.main.efter AS "sag.ny"
    ON (
      sag.enhed = "sag.ny".fra_enhed
    )
    AND "sag.ny".fra <= $1
    AND (
      "sag.ny".til IS NULL OR "sag.ny".til > $1
    )
  WHERE
    "sag.ny".id = $2
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
