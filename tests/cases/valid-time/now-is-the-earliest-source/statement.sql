SELECT
  ydelser__nu_center AS "ydelser.nu_center",
  CAST('2024-06-30' AS DATE) AS "ydelser.opgjort_pr",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal",
  CAST(klage__antal AS BIGINT) AS "klage.antal"
FROM (
  SELECT
    facts.ydelser__nu_center,
    COALESCE(MAX(facts.ydelse__antal), 0) AS ydelse__antal,
    COALESCE(MAX(facts.klage__antal), 0) AS klage__antal
  FROM (
    SELECT
      ydelser__nu_center,
      ydelse__antal,
      NULL AS klage__antal
    FROM (
      SELECT
        "ydelse.nu".center AS ydelser__nu_center,
        COUNT(*) AS ydelse__antal
      FROM demo.main.ydelse AS ydelse
      LEFT JOIN demo.main.enhed AS "ydelse.nu"
        ON (
          ydelse.enhed = "ydelse.nu".id
        )
        AND "ydelse.nu".fra <= $1
        AND (
          "ydelse.nu".til IS NULL OR "ydelse.nu".til > $1
        )
      GROUP BY
        1
    ) AS ydelse__antal
    UNION ALL
    SELECT
      ydelser__nu_center,
      NULL AS ydelse__antal,
      klage__antal
    FROM (
      SELECT
        "klage.nu".center AS ydelser__nu_center,
        COUNT(*) AS klage__antal
      FROM demo.main.klage AS klage
      LEFT JOIN demo.main.enhed AS "klage.nu"
        ON (
          klage.enhed = "klage.nu".id
        )
        AND "klage.nu".fra <= $1
        AND (
          "klage.nu".til IS NULL OR "klage.nu".til > $1
        )
      GROUP BY
        1
    ) AS klage__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__nu_center ASC
LIMIT 10001
