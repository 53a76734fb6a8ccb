SELECT
  ydelser__da_center AS "ydelser.da_center",
  CAST(ydelse__antal AS BIGINT) AS "ydelser.antal",
  CAST(ydelse__antal__in__ydelse__antal_sidste_aar AS BIGINT) AS "ydelser.antal_sidste_aar"
FROM (
  SELECT
    facts.ydelser__da_center,
    COALESCE(MAX(facts.ydelse__antal), 0) AS ydelse__antal,
    COALESCE(MAX(facts.ydelse__antal__in__ydelse__antal_sidste_aar), 0) AS ydelse__antal__in__ydelse__antal_sidste_aar
  FROM (
    SELECT
      ydelser__da_center,
      ydelse__antal,
      NULL AS ydelse__antal__in__ydelse__antal_sidste_aar
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
      WHERE
        (
          ydelse.start >= $1 AND (
            ydelse.start < $2
          )
        )
      GROUP BY
        1
    ) AS ydelse__antal
    UNION ALL
    SELECT
      ydelser__da_center,
      NULL AS ydelse__antal,
      ydelse__antal__in__ydelse__antal_sidste_aar
    FROM (
      SELECT
        "ydelse.da".center AS ydelser__da_center,
        COUNT(*) AS ydelse__antal__in__ydelse__antal_sidste_aar
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
        (
          CAST(ydelse.start + INTERVAL '12' MONTH AS DATE) >= $1
          AND (
            CAST(ydelse.start + INTERVAL '12' MONTH AS DATE) < $2
          )
        )
      GROUP BY
        1
    ) AS ydelse__antal__in__ydelse__antal_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__da_center ASC
LIMIT 10001
