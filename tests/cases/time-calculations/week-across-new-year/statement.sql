SELECT
  sag__dag__week AS "sag.dag.week",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__antal__in__sag__antal__aatd_sidste_aar AS BIGINT) AS "sag.antal__aatd_sidste_aar",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sag.antal__sidste_aar",
  CAST(sag__beloeb AS DECIMAL(38, 2)) AS "sag.beloeb"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__week,
      CASE
        WHEN facts.sag__dag__week <= CAST('2025-01-06 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
      END AS sag__antal__in__sag__antal__aatd,
      CASE
        WHEN facts.sag__dag__week <= CAST('2025-01-06 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
      END AS sag__antal__in__sag__antal__aatd_sidste_aar,
      CASE
        WHEN facts.sag__dag__week <= CAST('2025-01-06 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
      END AS sag__antal__in__sag__antal__sidste_aar,
      MAX(facts.sag__beloeb) AS sag__beloeb
    FROM (
      SELECT
        sag__dag__week,
        sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__week,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd
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
            CAST('2024-12-23 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-12-30 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-12-30 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-06 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-06 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-13 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__aatd
      UNION ALL
      SELECT
        sag__dag__week,
        NULL AS sag__antal__in__sag__antal__aatd,
        sag__antal__in__sag__antal__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__week,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd_sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd_sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd_sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $3 AND (
                sag.dag < $4
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-23 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2023-12-30 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-12-30 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-06 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-06 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-13 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__aatd_sidste_aar
      UNION ALL
      SELECT
        sag__dag__week,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
        sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__week,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $5 AND (
                sag.dag < $4
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-23 00:00:00' AS DATE),
            CAST('2023-12-23 00:00:00' AS TIMESTAMP),
            CAST('2023-12-30 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-12-30 00:00:00' AS DATE),
            CAST('2023-12-30 00:00:00' AS TIMESTAMP),
            CAST('2024-01-06 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-06 00:00:00' AS DATE),
            CAST('2024-01-06 00:00:00' AS TIMESTAMP),
            CAST('2024-01-13 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__sidste_aar
      UNION ALL
      SELECT
        sag__dag__week,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        sag__beloeb
      FROM (
        SELECT
          CAST(DATE_TRUNC('WEEK', sag.dag) AS DATE) AS sag__dag__week,
          SUM(sag.beloeb) AS sag__beloeb
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $6 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1
      ) AS sag__beloeb
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__week,
    CASE
      WHEN facts.sag__dag__week <= CAST('2025-01-06 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    CASE
      WHEN facts.sag__dag__week <= CAST('2025-01-06 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
    END AS sag__antal__in__sag__antal__aatd_sidste_aar,
    CASE
      WHEN facts.sag__dag__week <= CAST('2025-01-06 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
    END AS sag__antal__in__sag__antal__sidste_aar,
    MAX(facts.sag__beloeb) AS sag__beloeb
  FROM (
    SELECT
      sag__dag__week,
      sag__antal__in__sag__antal__aatd,
      sag__antal__in__sag__antal__aatd_sidste_aar,
      sag__antal__in__sag__antal__sidste_aar,
      sag__beloeb
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__week.sag__dag__week,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__beloeb
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__week
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '604800' SECOND)) AS period
        FROM (
          SELECT
            CAST($7 AS TIMESTAMP) AS first,
            CAST($8 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__week
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag__week ASC
LIMIT 10001
