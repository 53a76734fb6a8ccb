SELECT
  ydelser__start__month AS "ydelser.start.month",
  CAST(ydelse__antal_borgere AS BIGINT) AS "ydelser.antal_borgere",
  CAST(ydelse__antal_borgere__in__ydelse__antal_borgere__aatd AS BIGINT) AS "ydelser.antal_borgere__aatd",
  CAST(ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar AS BIGINT) AS "ydelser.antal_borgere__aatd_sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ydelser__start__month,
      COALESCE(MAX(facts.ydelse__antal_borgere), 0) AS ydelse__antal_borgere,
      CASE
        WHEN facts.ydelser__start__month <= CAST('2025-09-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__antal_borgere__in__ydelse__antal_borgere__aatd), 0)
      END AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd,
      CASE
        WHEN facts.ydelser__start__month <= CAST('2025-09-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar), 0)
      END AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
    FROM (
      SELECT
        ydelser__start__month,
        ydelse__antal_borgere,
        NULL AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd,
        NULL AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
      FROM (
        SELECT
          CAST(DATE_TRUNC('MONTH', ydelse.start) AS DATE) AS ydelser__start__month,
          COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere
        FROM demo.main.ydelse AS ydelse
        WHERE
          (
            ydelse.start >= $1 AND (
              ydelse.start < $2
            )
          )
        GROUP BY
          1
      ) AS ydelse__antal_borgere
      UNION ALL
      SELECT
        ydelser__start__month,
        NULL AS ydelse__antal_borgere,
        ydelse__antal_borgere__in__ydelse__antal_borgere__aatd,
        NULL AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__start__month,
          COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd
        FROM demo.main.ydelse AS ydelse
        INNER JOIN (VALUES
          (
            CAST('2025-07-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-08-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-08-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-09-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-09-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-10-01 00:00:00' AS TIMESTAMP)
          )) AS "ydelse.@periods"(begins, low, high)
          ON NOT ydelse.start IS NULL
          AND ydelse.start >= "ydelse.@periods".low
          AND ydelse.start < "ydelse.@periods".high
        WHERE
          (
            ydelse.start >= $3 AND (
              ydelse.start < $2
            )
          )
        GROUP BY
          1
      ) AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd
      UNION ALL
      SELECT
        ydelser__start__month,
        NULL AS ydelse__antal_borgere,
        NULL AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd,
        ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__start__month,
          COUNT(DISTINCT ydelse.borger_id) AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
        FROM demo.main.ydelse AS ydelse
        INNER JOIN (VALUES
          (
            CAST('2025-07-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-08-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-08-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-09-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-09-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-10-01 00:00:00' AS TIMESTAMP)
          )) AS "ydelse.@periods"(begins, low, high)
          ON NOT ydelse.start IS NULL
          AND ydelse.start >= "ydelse.@periods".low
          AND ydelse.start < "ydelse.@periods".high
        WHERE
          (
            ydelse.start >= $4 AND (
              ydelse.start < $5
            )
          )
        GROUP BY
          1
      ) AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.ydelser__start__month,
    COALESCE(MAX(facts.ydelse__antal_borgere), 0) AS ydelse__antal_borgere,
    CASE
      WHEN facts.ydelser__start__month <= CAST('2025-09-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__antal_borgere__in__ydelse__antal_borgere__aatd), 0)
    END AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd,
    CASE
      WHEN facts.ydelser__start__month <= CAST('2025-09-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar), 0)
    END AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
  FROM (
    SELECT
      ydelser__start__month,
      ydelse__antal_borgere,
      ydelse__antal_borgere__in__ydelse__antal_borgere__aatd,
      ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      ydelser__start__month.ydelser__start__month,
      NULL AS ydelse__antal_borgere,
      NULL AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd,
      NULL AS ydelse__antal_borgere__in__ydelse__antal_borgere__aatd_sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS ydelser__start__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($6 AS TIMESTAMP) AS first,
            CAST($7 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ydelser__start__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__start__month ASC
LIMIT 10001
