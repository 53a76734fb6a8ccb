WITH ".top" AS MATERIALIZED (
  SELECT
    sager__ny_center,
    TRUE AS met
  FROM (
    SELECT
      "sag.ny".center AS sager__ny_center,
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
    GROUP BY
      1
  ) AS core
  ORDER BY
    sag__antal DESC,
    sager__ny_center ASC
  LIMIT 1
)
SELECT
  sager__ny_center AS "sager.ny_center",
  sager__ny_center__rest AS "sager.ny_center__rest",
  CAST(sag__antal AS DECIMAL(38, 2)) AS "sager.antal"
FROM (
  SELECT
    CASE WHEN ".top".met THEN "sag.ny".center END AS sager__ny_center,
    ".top".met IS NULL AS sager__ny_center__rest,
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
  LEFT JOIN ".top"
    ON ".top".sager__ny_center IS NOT DISTINCT FROM "sag.ny".center
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sag__antal DESC,
  sager__ny_center__rest ASC,
  sager__ny_center ASC
LIMIT 10001
