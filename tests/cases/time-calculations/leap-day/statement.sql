SELECT
  sag__dag__day AS "sag.dag.day",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sag.antal__sidste_aar",
  CAST(sag__antal__in__sag__antal__aatd_sidste_aar AS BIGINT) AS "sag.antal__aatd_sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__day,
      CASE
        WHEN facts.sag__dag__day <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
      END AS sag__antal__in__sag__antal__sidste_aar,
      CASE
        WHEN facts.sag__dag__day <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
      END AS sag__antal__in__sag__antal__aatd_sidste_aar
    FROM (
      SELECT
        sag__dag__day,
        sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__aatd_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__day,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2025-02-27 00:00:00' AS DATE),
            CAST('2024-02-27 00:00:00' AS TIMESTAMP),
            CAST('2024-02-28 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-28 00:00:00' AS DATE),
            CAST('2024-02-28 00:00:00' AS TIMESTAMP),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-02 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__sidste_aar
      UNION ALL
      SELECT
        sag__dag__day,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        sag__antal__in__sag__antal__aatd_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__day,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd_sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd_sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd_sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $3 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2025-02-27 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-28 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-28 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-02 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__aatd_sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__day,
    CASE
      WHEN facts.sag__dag__day <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
    END AS sag__antal__in__sag__antal__sidste_aar,
    CASE
      WHEN facts.sag__dag__day <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
    END AS sag__antal__in__sag__antal__aatd_sidste_aar
  FROM (
    SELECT
      sag__dag__day,
      sag__antal__in__sag__antal__sidste_aar,
      sag__antal__in__sag__antal__aatd_sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__day.sag__dag__day,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__day
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '86400' SECOND)) AS period
        FROM (
          SELECT
            CAST($4 AS TIMESTAMP) AS first,
            CAST($5 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__day
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag__day ASC
LIMIT 10001
