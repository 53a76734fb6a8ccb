SELECT
  sag__oprettet__month AS "sag.oprettet.month",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sag.antal__sidste_aar",
  CAST(sag__beloeb__in__sag__beloeb__rullende_12m AS DECIMAL(38, 2)) AS "sag.beloeb__rullende_12m"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__oprettet__month,
      CASE
        WHEN facts.sag__oprettet__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
      END AS sag__antal__in__sag__antal__aatd,
      CASE
        WHEN facts.sag__oprettet__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
      END AS sag__antal__in__sag__antal__sidste_aar,
      MAX(facts.sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
    FROM (
      SELECT
        sag__oprettet__month,
        sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m
      FROM (
        SELECT
          "sag.@periods".begins AS sag__oprettet__month,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
            CAST(DATE_TRUNC('DAY', sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.oprettet >= $1 AND (
                sag.oprettet < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__aatd
      UNION ALL
      SELECT
        sag__oprettet__month,
        NULL AS sag__antal__in__sag__antal__aatd,
        sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m
      FROM (
        SELECT
          "sag.@periods".begins AS sag__oprettet__month,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__sidste_aar
        FROM (
          SELECT
            CAST(DATE_TRUNC('DAY', sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.oprettet >= $3 AND (
                sag.oprettet < $4
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2023-12-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__sidste_aar
      UNION ALL
      SELECT
        sag__oprettet__month,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        sag__beloeb__in__sag__beloeb__rullende_12m
      FROM (
        SELECT
          "sag.@periods".begins AS sag__oprettet__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
        FROM (
          SELECT
            CAST(DATE_TRUNC('DAY', sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__rullende_12m
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.oprettet >= $1 AND (
                sag.oprettet < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP),
            CAST('2025-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__rullende_12m
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__oprettet__month,
    CASE
      WHEN facts.sag__oprettet__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    CASE
      WHEN facts.sag__oprettet__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
    END AS sag__antal__in__sag__antal__sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
  FROM (
    SELECT
      sag__oprettet__month,
      sag__antal__in__sag__antal__aatd,
      sag__antal__in__sag__antal__sidste_aar,
      sag__beloeb__in__sag__beloeb__rullende_12m
    FROM ".answered"
    UNION ALL
    SELECT
      sag__oprettet__month.sag__oprettet__month,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__rullende_12m
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__oprettet__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($5 AS TIMESTAMP) AS first,
            CAST($6 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
      WHERE
        periods.period AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'Europe/Copenhagen' < periods.period + INTERVAL '1' MONTH
    ) AS sag__oprettet__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__month ASC
LIMIT 10001
