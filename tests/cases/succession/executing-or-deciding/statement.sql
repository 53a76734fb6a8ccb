SELECT
  sager__ny_art AS "sager.ny_art",
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal"
FROM (
  SELECT
    "sag.ny".art AS sager__ny_art,
    CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS sag__antal
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
    (
      (
        "sag.ny".art = 'U'
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  sag__antal DESC,
  sager__ny_art ASC
LIMIT 10001
