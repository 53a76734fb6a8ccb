SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(NEAREST_QUOTIENT(CAST(klage__antal AS INT128) * 1000, CAST(ydelse__antal AS INT128)) AS DECIMAL(38, 0)) * 0.001 AS "klage.pr_ydelse"
FROM (
  SELECT
    facts.ydelser__da_center,
    COALESCE(MAX(facts.klage__antal), 0) AS klage__antal,
    COALESCE(MAX(facts.ydelse__antal), 0) AS ydelse__antal
  FROM (
    SELECT
      ydelser__da_center,
      klage__antal,
      NULL AS ydelse__antal
    FROM (
      SELECT
        "klage.da".center AS ydelser__da_center,
        COUNT(*) AS klage__antal
      FROM demo.main.klage AS klage
      LEFT JOIN demo.main.enhed AS "klage.da"
        ON (
          klage.enhed = "klage.da".id
        )
        AND "klage.da".fra <= klage.modtaget
        AND (
          "klage.da".til IS NULL OR "klage.da".til > klage.modtaget
        )
      GROUP BY
        1
    ) AS klage__antal
    UNION ALL
    SELECT
      ydelser__da_center,
      NULL AS klage__antal,
      ydelse__antal
    FROM (
      SELECT
        "ydelse.da".center AS ydelser__da_center,
        COUNT(*) AS ydelse__antal
      FROM demo.main.ydelse AS ydelse
      LEFT JOIN demo.main.enhed AS "ydelse.da"
        ON (
          ydelse.enhed = "ydelse.da".id
        )
        AND "ydelse.da".fra <= ydelse.start
        AND (
          "ydelse.da".til IS NULL OR "ydelse.da".til > ydelse.start
        )
      GROUP BY
        1
    ) AS ydelse__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__da_center ASC
LIMIT 10001
