SELECT
  sager__art AS "sager.art",
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal",
  CAST(ROUND(sag__kr, 2) AS DECIMAL(38, 2)) AS "sager.kr"
FROM (
  SELECT
    sag.art AS sager__art,
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS sag__antal,
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
  GROUP BY
    1
) AS core
ORDER BY
  sager__art ASC
LIMIT 10001
