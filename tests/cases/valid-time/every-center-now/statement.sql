SELECT
  ydelser__nu_center AS "ydelser.nu_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal"
FROM (
  WITH ".answered" AS MATERIALIZED (
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
    WHERE
      ydelse.art = $2
    GROUP BY
      1
  )
  SELECT
    facts.ydelser__nu_center,
    COALESCE(MAX(facts.ydelse__antal), 0) AS ydelse__antal
  FROM (
    SELECT
      ydelser__nu_center,
      ydelse__antal
    FROM ".answered"
    UNION ALL
    SELECT
      ydelser__nu_center.ydelser__nu_center,
      NULL AS ydelse__antal
    FROM (
      SELECT DISTINCT
        enhed.center AS ydelser__nu_center
      FROM (
        SELECT
          TRUE AS own
        UNION ALL
        SELECT
          FALSE AS own
      ) AS ".own"
      LEFT JOIN demo.main.enhed AS enhed
        ON ".own".own
      WHERE
        (
          NOT COALESCE(enhed.fra > $1, FALSE)
          AND (
            (
              enhed.til IS NULL OR (
                enhed.til > $1
              )
            )
          )
        )
    ) AS ydelser__nu_center
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__nu_center ASC
LIMIT 10001
