SELECT
  sager__sag_center AS "sager.sag_center",
  sager__sag_dag__quarter AS "sager.sag_dag.quarter",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sager.sag_stk__aatd",
  CASE WHEN sag__antal__in__sag__antal__aatd IS NULL THEN 'mangler' ELSE 'normal' END AS "sager.sag_stk__aatd__status",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sager.sag_stk__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__beloeb__in__sag__beloeb__opgjort * 100 AS INT128) - CAST(sag__beloeb__in__sag__beloeb__sidste_aar * 100 AS INT128),
    1
  ) AS DECIMAL(38, 0)) * 0.01 AS "sager.sag_beloeb__aendring"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sager__sag_center,
      facts.sager__sag_dag__quarter,
      CASE
        WHEN facts.sager__sag_dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
      END AS sag__antal__in__sag__antal__aatd,
      CASE
        WHEN facts.sager__sag_dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
      END AS sag__antal__in__sag__antal__sidste_aar,
      MAX(facts.sag__beloeb__in__sag__beloeb__opgjort) AS sag__beloeb__in__sag__beloeb__opgjort,
      MAX(facts.sag__beloeb__in__sag__beloeb__sidste_aar) AS sag__beloeb__in__sag__beloeb__sidste_aar
    FROM (
      SELECT
        sager__sag_center,
        sager__sag_dag__quarter,
        sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar
      FROM (
        SELECT
          ".days".sager__sag_center AS sager__sag_center,
          "sag.@periods".begins AS sager__sag_dag__quarter,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
            sag.center AS sager__sag_center,
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.center IN ($1, $2) AND (
                sag.dag >= $3
              ) AND (
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
        sager__sag_center,
        sager__sag_dag__quarter,
        NULL AS sag__antal__in__sag__antal__aatd,
        sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar
      FROM (
        SELECT
          ".days".sager__sag_center AS sager__sag_center,
          "sag.@periods".begins AS sager__sag_dag__quarter,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__sidste_aar
        FROM (
          SELECT
            sag.center AS sager__sag_center,
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.center IN ($1, $2) AND (
                sag.dag >= $5
              ) AND (
                sag.dag < $6
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
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1,
          2
      ) AS sag__antal__in__sag__antal__sidste_aar
      UNION ALL
      SELECT
        sager__sag_center,
        sager__sag_dag__quarter,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar
      FROM (
        SELECT
          ".days".sager__sag_center AS sager__sag_center,
          "sag.@periods".begins AS sager__sag_dag__quarter,
          SUM(".days".sag__beloeb__in__sag__beloeb__opgjort) AS sag__beloeb__in__sag__beloeb__opgjort
        FROM (
          SELECT
            sag.center AS sager__sag_center,
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__opgjort
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.center IN ($1, $2) AND (
                sag.dag >= $3
              ) AND (
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
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1,
          2
      ) AS sag__beloeb__in__sag__beloeb__opgjort
      UNION ALL
      SELECT
        sager__sag_center,
        sager__sag_dag__quarter,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        sag__beloeb__in__sag__beloeb__sidste_aar
      FROM (
        SELECT
          ".days".sager__sag_center AS sager__sag_center,
          "sag.@periods".begins AS sager__sag_dag__quarter,
          SUM(".days".sag__beloeb__in__sag__beloeb__sidste_aar) AS sag__beloeb__in__sag__beloeb__sidste_aar
        FROM (
          SELECT
            sag.center AS sager__sag_center,
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.center IN ($1, $2) AND (
                sag.dag >= $5
              ) AND (
                sag.dag < $6
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
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1,
          2
      ) AS sag__beloeb__in__sag__beloeb__sidste_aar
    ) AS facts
    GROUP BY
      1,
      2
  )
  SELECT
    facts.sager__sag_center,
    facts.sager__sag_dag__quarter,
    CASE
      WHEN facts.sager__sag_dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    CASE
      WHEN facts.sager__sag_dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
    END AS sag__antal__in__sag__antal__sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__opgjort) AS sag__beloeb__in__sag__beloeb__opgjort,
    MAX(facts.sag__beloeb__in__sag__beloeb__sidste_aar) AS sag__beloeb__in__sag__beloeb__sidste_aar
  FROM (
    SELECT
      sager__sag_center,
      sager__sag_dag__quarter,
      sag__antal__in__sag__antal__aatd,
      sag__antal__in__sag__antal__sidste_aar,
      sag__beloeb__in__sag__beloeb__opgjort,
      sag__beloeb__in__sag__beloeb__sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      others.sager__sag_center,
      sager__sag_dag__quarter.sager__sag_dag__quarter,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__opgjort,
      NULL AS sag__beloeb__in__sag__beloeb__sidste_aar
    FROM (
      SELECT DISTINCT
        sager__sag_center
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT
        CAST(periods.period AS DATE) AS sager__sag_dag__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($7 AS TIMESTAMP) AS first,
            CAST($8 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sager__sag_dag__quarter
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sager__sag_center ASC,
  sager__sag_dag__quarter ASC
LIMIT 10001
