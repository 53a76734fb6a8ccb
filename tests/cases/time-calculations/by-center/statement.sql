SELECT
  sag__center AS "sag.center",
  sag__dag__month AS "sag.dag.month",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__antal__in__sag__antal__aatd_sidste_aar AS BIGINT) AS "sag.antal__aatd_sidste_aar",
  CAST(sag__beloeb__in__sag__beloeb__rullende_12m AS DECIMAL(38, 2)) AS "sag.beloeb__rullende_12m"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__center,
      facts.sag__dag__month,
      CASE
        WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
      END AS sag__antal__in__sag__antal__aatd,
      CASE
        WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
      END AS sag__antal__in__sag__antal__aatd_sidste_aar,
      MAX(facts.sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
    FROM (
      SELECT
        sag__center,
        sag__dag__month,
        sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m
      FROM (
        SELECT
          ".days".sag__center AS sag__center,
          "sag.@periods".begins AS sag__dag__month,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
            sag.center AS sag__center,
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
            1,
            2
        ) AS ".days"
        INNER JOIN (VALUES
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
          1,
          2
      ) AS sag__antal__in__sag__antal__aatd
      UNION ALL
      SELECT
        sag__center,
        sag__dag__month,
        NULL AS sag__antal__in__sag__antal__aatd,
        sag__antal__in__sag__antal__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m
      FROM (
        SELECT
          ".days".sag__center AS sag__center,
          "sag.@periods".begins AS sag__dag__month,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd_sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd_sidste_aar
        FROM (
          SELECT
            sag.center AS sag__center,
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
            1,
            2
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1,
          2
      ) AS sag__antal__in__sag__antal__aatd_sidste_aar
      UNION ALL
      SELECT
        sag__center,
        sag__dag__month,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
        sag__beloeb__in__sag__beloeb__rullende_12m
      FROM (
        SELECT
          ".days".sag__center AS sag__center,
          "sag.@periods".begins AS sag__dag__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
        FROM (
          SELECT
            sag.center AS sag__center,
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__rullende_12m
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $5 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1,
            2
        ) AS ".days"
        INNER JOIN (VALUES
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
          1,
          2
      ) AS sag__beloeb__in__sag__beloeb__rullende_12m
    ) AS facts
    GROUP BY
      1,
      2
  )
  SELECT
    facts.sag__center,
    facts.sag__dag__month,
    CASE
      WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    CASE
      WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
    END AS sag__antal__in__sag__antal__aatd_sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
  FROM (
    SELECT
      sag__center,
      sag__dag__month,
      sag__antal__in__sag__antal__aatd,
      sag__antal__in__sag__antal__aatd_sidste_aar,
      sag__beloeb__in__sag__beloeb__rullende_12m
    FROM ".answered"
    UNION ALL
    SELECT
      others.sag__center,
      sag__dag__month.sag__dag__month,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__rullende_12m
    FROM (
      SELECT DISTINCT
        sag__center
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($6 AS TIMESTAMP) AS first,
            CAST($7 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__month
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sag__center ASC,
  sag__dag__month ASC
LIMIT 10001
