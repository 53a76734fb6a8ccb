SELECT
  sag__dag__quarter AS "sag.dag.quarter",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__beloeb__in__sag__pr_time__aatd * 100 AS INT128),
    CAST(indsats__timer__in__sag__pr_time__aatd AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.pr_time__aatd",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__beloeb__in__sag__pr_time__aatd_sidste_aar * 100 AS INT128),
    CAST(indsats__timer__in__sag__pr_time__aatd_sidste_aar AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.pr_time__aatd_sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__beloeb__in__sag__pr_time__sidste_aar * 100 AS INT128),
    CAST(indsats__timer__in__sag__pr_time__sidste_aar AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.pr_time__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(sag__beloeb__in__sag__pr_time__opgjort * 100 AS INT128) * CAST(indsats__timer__in__sag__pr_time__sidste_aar AS INT128)
    ) - (
      CAST(sag__beloeb__in__sag__pr_time__sidste_aar * 100 AS INT128) * CAST(indsats__timer__in__sag__pr_time__opgjort AS INT128)
    ),
    (
      CAST(indsats__timer__in__sag__pr_time__opgjort AS INT128) * CAST(indsats__timer__in__sag__pr_time__sidste_aar AS INT128)
    ) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.pr_time__aendring",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN CAST(indsats__timer__in__sag__pr_time__sidste_aar AS INT128) <> 0
      THEN (
        (
          CAST(sag__beloeb__in__sag__pr_time__opgjort * 100 AS INT128) * CAST(indsats__timer__in__sag__pr_time__sidste_aar AS INT128)
        ) - (
          CAST(sag__beloeb__in__sag__pr_time__sidste_aar * 100 AS INT128) * CAST(indsats__timer__in__sag__pr_time__opgjort AS INT128)
        )
      ) * 100
    END * 10,
    CAST(indsats__timer__in__sag__pr_time__opgjort AS INT128) * CAST(sag__beloeb__in__sag__pr_time__sidste_aar * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.pr_time__aendring_pct"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__quarter,
      MAX(facts.sag__beloeb__in__sag__pr_time__aatd) AS sag__beloeb__in__sag__pr_time__aatd,
      MAX(facts.indsats__timer__in__sag__pr_time__aatd) AS indsats__timer__in__sag__pr_time__aatd,
      MAX(facts.sag__beloeb__in__sag__pr_time__aatd_sidste_aar) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      MAX(facts.indsats__timer__in__sag__pr_time__aatd_sidste_aar) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
      MAX(facts.sag__beloeb__in__sag__pr_time__sidste_aar) AS sag__beloeb__in__sag__pr_time__sidste_aar,
      MAX(facts.indsats__timer__in__sag__pr_time__sidste_aar) AS indsats__timer__in__sag__pr_time__sidste_aar,
      MAX(facts.sag__beloeb__in__sag__pr_time__opgjort) AS sag__beloeb__in__sag__pr_time__opgjort,
      MAX(facts.indsats__timer__in__sag__pr_time__opgjort) AS indsats__timer__in__sag__pr_time__opgjort
    FROM (
      SELECT
        sag__dag__quarter,
        sag__beloeb__in__sag__pr_time__aatd,
        NULL AS indsats__timer__in__sag__pr_time__aatd,
        NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__opgjort,
        NULL AS indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__quarter,
          SUM(".days".sag__beloeb__in__sag__pr_time__aatd) AS sag__beloeb__in__sag__pr_time__aatd
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__pr_time__aatd
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
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__pr_time__aatd
      UNION ALL
      SELECT
        sag__dag__quarter,
        NULL AS sag__beloeb__in__sag__pr_time__aatd,
        indsats__timer__in__sag__pr_time__aatd,
        NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__opgjort,
        NULL AS indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "indsats.@periods".begins AS sag__dag__quarter,
          SUM(".days".indsats__timer__in__sag__pr_time__aatd) AS indsats__timer__in__sag__pr_time__aatd
        FROM (
          SELECT
            indsats.dag AS ".day",
            SUM(indsats.timer) AS indsats__timer__in__sag__pr_time__aatd
          FROM demo.main.indsats AS indsats
          WHERE
            (
              indsats.dag >= $1 AND (
                indsats.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "indsats.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "indsats.@periods".low
          AND ".days".".day" < "indsats.@periods".high
        GROUP BY
          1
      ) AS indsats__timer__in__sag__pr_time__aatd
      UNION ALL
      SELECT
        sag__dag__quarter,
        NULL AS sag__beloeb__in__sag__pr_time__aatd,
        NULL AS indsats__timer__in__sag__pr_time__aatd,
        sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__opgjort,
        NULL AS indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__quarter,
          SUM(".days".sag__beloeb__in__sag__pr_time__aatd_sidste_aar) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar
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
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar
      UNION ALL
      SELECT
        sag__dag__quarter,
        NULL AS sag__beloeb__in__sag__pr_time__aatd,
        NULL AS indsats__timer__in__sag__pr_time__aatd,
        NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__opgjort,
        NULL AS indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "indsats.@periods".begins AS sag__dag__quarter,
          SUM(".days".indsats__timer__in__sag__pr_time__aatd_sidste_aar) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
        FROM (
          SELECT
            indsats.dag AS ".day",
            SUM(indsats.timer) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
          FROM demo.main.indsats AS indsats
          WHERE
            (
              indsats.dag >= $3 AND (
                indsats.dag < $4
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "indsats.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "indsats.@periods".low
          AND ".days".".day" < "indsats.@periods".high
        GROUP BY
          1
      ) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
      UNION ALL
      SELECT
        sag__dag__quarter,
        NULL AS sag__beloeb__in__sag__pr_time__aatd,
        NULL AS indsats__timer__in__sag__pr_time__aatd,
        NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        sag__beloeb__in__sag__pr_time__sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__opgjort,
        NULL AS indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__quarter,
          SUM(".days".sag__beloeb__in__sag__pr_time__sidste_aar) AS sag__beloeb__in__sag__pr_time__sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__pr_time__sidste_aar
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
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2023-10-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__pr_time__sidste_aar
      UNION ALL
      SELECT
        sag__dag__quarter,
        NULL AS sag__beloeb__in__sag__pr_time__aatd,
        NULL AS indsats__timer__in__sag__pr_time__aatd,
        NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
        indsats__timer__in__sag__pr_time__sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__opgjort,
        NULL AS indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "indsats.@periods".begins AS sag__dag__quarter,
          SUM(".days".indsats__timer__in__sag__pr_time__sidste_aar) AS indsats__timer__in__sag__pr_time__sidste_aar
        FROM (
          SELECT
            indsats.dag AS ".day",
            SUM(indsats.timer) AS indsats__timer__in__sag__pr_time__sidste_aar
          FROM demo.main.indsats AS indsats
          WHERE
            (
              indsats.dag >= $5 AND (
                indsats.dag < $4
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2023-10-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "indsats.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "indsats.@periods".low
          AND ".days".".day" < "indsats.@periods".high
        GROUP BY
          1
      ) AS indsats__timer__in__sag__pr_time__sidste_aar
      UNION ALL
      SELECT
        sag__dag__quarter,
        NULL AS sag__beloeb__in__sag__pr_time__aatd,
        NULL AS indsats__timer__in__sag__pr_time__aatd,
        NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
        sag__beloeb__in__sag__pr_time__opgjort,
        NULL AS indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__quarter,
          SUM(".days".sag__beloeb__in__sag__pr_time__opgjort) AS sag__beloeb__in__sag__pr_time__opgjort
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__pr_time__opgjort
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $6 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2024-10-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__pr_time__opgjort
      UNION ALL
      SELECT
        sag__dag__quarter,
        NULL AS sag__beloeb__in__sag__pr_time__aatd,
        NULL AS indsats__timer__in__sag__pr_time__aatd,
        NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
        NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
        NULL AS sag__beloeb__in__sag__pr_time__opgjort,
        indsats__timer__in__sag__pr_time__opgjort
      FROM (
        SELECT
          "indsats.@periods".begins AS sag__dag__quarter,
          SUM(".days".indsats__timer__in__sag__pr_time__opgjort) AS indsats__timer__in__sag__pr_time__opgjort
        FROM (
          SELECT
            indsats.dag AS ".day",
            SUM(indsats.timer) AS indsats__timer__in__sag__pr_time__opgjort
          FROM demo.main.indsats AS indsats
          WHERE
            (
              indsats.dag >= $6 AND (
                indsats.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-10-01 00:00:00' AS DATE),
            CAST('2024-10-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "indsats.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "indsats.@periods".low
          AND ".days".".day" < "indsats.@periods".high
        GROUP BY
          1
      ) AS indsats__timer__in__sag__pr_time__opgjort
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__quarter,
    MAX(facts.sag__beloeb__in__sag__pr_time__aatd) AS sag__beloeb__in__sag__pr_time__aatd,
    MAX(facts.indsats__timer__in__sag__pr_time__aatd) AS indsats__timer__in__sag__pr_time__aatd,
    MAX(facts.sag__beloeb__in__sag__pr_time__aatd_sidste_aar) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
    MAX(facts.indsats__timer__in__sag__pr_time__aatd_sidste_aar) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
    MAX(facts.sag__beloeb__in__sag__pr_time__sidste_aar) AS sag__beloeb__in__sag__pr_time__sidste_aar,
    MAX(facts.indsats__timer__in__sag__pr_time__sidste_aar) AS indsats__timer__in__sag__pr_time__sidste_aar,
    MAX(facts.sag__beloeb__in__sag__pr_time__opgjort) AS sag__beloeb__in__sag__pr_time__opgjort,
    MAX(facts.indsats__timer__in__sag__pr_time__opgjort) AS indsats__timer__in__sag__pr_time__opgjort
  FROM (
    SELECT
      sag__dag__quarter,
      sag__beloeb__in__sag__pr_time__aatd,
      indsats__timer__in__sag__pr_time__aatd,
      sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      indsats__timer__in__sag__pr_time__aatd_sidste_aar,
      sag__beloeb__in__sag__pr_time__sidste_aar,
      indsats__timer__in__sag__pr_time__sidste_aar,
      sag__beloeb__in__sag__pr_time__opgjort,
      indsats__timer__in__sag__pr_time__opgjort
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__quarter.sag__dag__quarter,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar,
      NULL AS sag__beloeb__in__sag__pr_time__sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__sidste_aar,
      NULL AS sag__beloeb__in__sag__pr_time__opgjort,
      NULL AS indsats__timer__in__sag__pr_time__opgjort
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($7 AS TIMESTAMP) AS first,
            CAST($8 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__quarter
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag__quarter ASC
LIMIT 10001
