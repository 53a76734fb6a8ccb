SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  WITH ".answered" AS MATERIALIZED (
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
    WHERE
      ydelse.art = $1
    GROUP BY
      1
  )
  SELECT
    facts.ydelser__da_center,
    COALESCE(MAX(facts.ydelse__antal), 0) AS ydelse__antal
  FROM (
    SELECT
      ydelser__da_center,
      ydelse__antal
    FROM ".answered"
    UNION ALL
    SELECT
      ydelser__da_center.ydelser__da_center,
      NULL AS ydelse__antal
    FROM (
      SELECT DISTINCT
        enhed.center AS ydelser__da_center
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.enhed AS enhed
        ON ".own".own
    ) AS ydelser__da_center
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__da_center ASC
LIMIT 10001
