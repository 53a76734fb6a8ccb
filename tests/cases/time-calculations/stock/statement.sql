SELECT
  plads__dag__quarter AS "plads.dag.quarter",
  CAST(plads__pladser AS BIGINT) AS "plads.pladser",
  CAST(plads__pladser__in__plads__pladser__aatd AS BIGINT) AS "plads.pladser__aatd",
  CAST(plads__pladser__in__plads__pladser__aatd_sidste_aar AS BIGINT) AS "plads.pladser__aatd_sidste_aar",
  CAST(plads__pladser__in__plads__pladser__sidste_aar AS BIGINT) AS "plads.pladser__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(plads__pladser__in__plads__pladser__opgjort AS INT128) - CAST(plads__pladser__in__plads__pladser__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "plads.pladser__aendring",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(plads__pladser__in__plads__pladser__opgjort AS INT128) * 100
    ) * 10,
    CAST(plads__pladser__in__plads__pladser__base_2023 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "plads.pladser__indeks"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.plads__dag__quarter,
      MAX(facts.plads__pladser) AS plads__pladser,
      MAX(facts.plads__pladser__in__plads__pladser__aatd) AS plads__pladser__in__plads__pladser__aatd,
      MAX(facts.plads__pladser__in__plads__pladser__aatd_sidste_aar) AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
      MAX(facts.plads__pladser__in__plads__pladser__sidste_aar) AS plads__pladser__in__plads__pladser__sidste_aar,
      MAX(facts.plads__pladser__in__plads__pladser__opgjort) AS plads__pladser__in__plads__pladser__opgjort,
      MAX(facts.plads__pladser__in__plads__pladser__base_2023) AS plads__pladser__in__plads__pladser__base_2023
    FROM (
      SELECT
        plads__dag__quarter,
        plads__pladser,
        NULL AS plads__pladser__in__plads__pladser__aatd,
        NULL AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__opgjort,
        NULL AS plads__pladser__in__plads__pladser__base_2023
      FROM (
        SELECT
          ".plads__dag__quarter" AS plads__dag__quarter,
          SUM(plads.antal) AS plads__pladser
        FROM (
          SELECT
            plads.*,
            CAST(DATE_TRUNC('QUARTER', plads.dag) AS DATE) AS ".plads__dag__quarter"
          FROM demo.main.plads AS plads
          WHERE
            (
              plads.dag >= $1 AND (
                plads.dag < $2
              ) AND (
                plads.dag < $3
              )
            )
          QUALIFY
            plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud, CAST(DATE_TRUNC('QUARTER', plads.dag) AS DATE))
        ) AS plads
        GROUP BY
          1
      ) AS plads__pladser
      UNION ALL
      SELECT
        plads__dag__quarter,
        NULL AS plads__pladser,
        plads__pladser__in__plads__pladser__aatd,
        NULL AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__opgjort,
        NULL AS plads__pladser__in__plads__pladser__base_2023
      FROM (
        SELECT
          ".plads__dag__quarter" AS plads__dag__quarter,
          SUM(plads.antal) AS plads__pladser__in__plads__pladser__aatd
        FROM (
          SELECT
            plads.*,
            "plads.@periods".begins AS ".plads__dag__quarter"
          FROM demo.main.plads AS plads
          INNER JOIN (VALUES
            (
              CAST('2024-07-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-10-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-10-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-03-21 00:00:00' AS TIMESTAMP)
            )) AS "plads.@periods"(begins, low, high)
            ON NOT plads.dag IS NULL
            AND plads.dag >= "plads.@periods".low
            AND plads.dag < "plads.@periods".high
          WHERE
            (
              plads.dag < $3 AND (
                plads.dag >= $4
              ) AND (
                plads.dag < $3
              )
            )
          QUALIFY
            plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud, "plads.@periods".begins)
        ) AS plads
        GROUP BY
          1
      ) AS plads__pladser__in__plads__pladser__aatd
      UNION ALL
      SELECT
        plads__dag__quarter,
        NULL AS plads__pladser,
        NULL AS plads__pladser__in__plads__pladser__aatd,
        plads__pladser__in__plads__pladser__aatd_sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__opgjort,
        NULL AS plads__pladser__in__plads__pladser__base_2023
      FROM (
        SELECT
          ".plads__dag__quarter" AS plads__dag__quarter,
          SUM(plads.antal) AS plads__pladser__in__plads__pladser__aatd_sidste_aar
        FROM (
          SELECT
            plads.*,
            "plads.@periods".begins AS ".plads__dag__quarter"
          FROM demo.main.plads AS plads
          INNER JOIN (VALUES
            (
              CAST('2024-07-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2023-10-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-10-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-03-21 00:00:00' AS TIMESTAMP)
            )) AS "plads.@periods"(begins, low, high)
            ON NOT plads.dag IS NULL
            AND plads.dag >= "plads.@periods".low
            AND plads.dag < "plads.@periods".high
          WHERE
            (
              plads.dag < $3 AND (
                plads.dag >= $5
              ) AND (
                plads.dag < $6
              )
            )
          QUALIFY
            plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud, "plads.@periods".begins)
        ) AS plads
        GROUP BY
          1
      ) AS plads__pladser__in__plads__pladser__aatd_sidste_aar
      UNION ALL
      SELECT
        plads__dag__quarter,
        NULL AS plads__pladser,
        NULL AS plads__pladser__in__plads__pladser__aatd,
        NULL AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
        plads__pladser__in__plads__pladser__sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__opgjort,
        NULL AS plads__pladser__in__plads__pladser__base_2023
      FROM (
        SELECT
          ".plads__dag__quarter" AS plads__dag__quarter,
          SUM(plads.antal) AS plads__pladser__in__plads__pladser__sidste_aar
        FROM (
          SELECT
            plads.*,
            "plads.@periods".begins AS ".plads__dag__quarter"
          FROM demo.main.plads AS plads
          INNER JOIN (VALUES
            (
              CAST('2024-07-01 00:00:00' AS DATE),
              CAST('2023-07-01 00:00:00' AS TIMESTAMP),
              CAST('2023-10-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-10-01 00:00:00' AS DATE),
              CAST('2023-10-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-03-21 00:00:00' AS TIMESTAMP)
            )) AS "plads.@periods"(begins, low, high)
            ON NOT plads.dag IS NULL
            AND plads.dag >= "plads.@periods".low
            AND plads.dag < "plads.@periods".high
          WHERE
            (
              plads.dag < $3 AND (
                plads.dag >= $7
              ) AND (
                plads.dag < $6
              )
            )
          QUALIFY
            plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud, "plads.@periods".begins)
        ) AS plads
        GROUP BY
          1
      ) AS plads__pladser__in__plads__pladser__sidste_aar
      UNION ALL
      SELECT
        plads__dag__quarter,
        NULL AS plads__pladser,
        NULL AS plads__pladser__in__plads__pladser__aatd,
        NULL AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__sidste_aar,
        plads__pladser__in__plads__pladser__opgjort,
        NULL AS plads__pladser__in__plads__pladser__base_2023
      FROM (
        SELECT
          ".plads__dag__quarter" AS plads__dag__quarter,
          SUM(plads.antal) AS plads__pladser__in__plads__pladser__opgjort
        FROM (
          SELECT
            plads.*,
            "plads.@periods".begins AS ".plads__dag__quarter"
          FROM demo.main.plads AS plads
          INNER JOIN (VALUES
            (
              CAST('2024-07-01 00:00:00' AS DATE),
              CAST('2024-07-01 00:00:00' AS TIMESTAMP),
              CAST('2024-10-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-10-01 00:00:00' AS DATE),
              CAST('2024-10-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-03-21 00:00:00' AS TIMESTAMP)
            )) AS "plads.@periods"(begins, low, high)
            ON NOT plads.dag IS NULL
            AND plads.dag >= "plads.@periods".low
            AND plads.dag < "plads.@periods".high
          WHERE
            (
              plads.dag < $3 AND (
                plads.dag >= $1
              ) AND (
                plads.dag < $3
              )
            )
          QUALIFY
            plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud, "plads.@periods".begins)
        ) AS plads
        GROUP BY
          1
      ) AS plads__pladser__in__plads__pladser__opgjort
      UNION ALL
      SELECT
        plads__dag__quarter,
        NULL AS plads__pladser,
        NULL AS plads__pladser__in__plads__pladser__aatd,
        NULL AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__sidste_aar,
        NULL AS plads__pladser__in__plads__pladser__opgjort,
        plads__pladser__in__plads__pladser__base_2023
      FROM (
        SELECT
          ".plads__dag__quarter" AS plads__dag__quarter,
          SUM(plads.antal) AS plads__pladser__in__plads__pladser__base_2023
        FROM (
          SELECT
            plads.*,
            "plads.@periods".begins AS ".plads__dag__quarter"
          FROM demo.main.plads AS plads
          INNER JOIN (VALUES
            (
              CAST('2024-07-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-10-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            )) AS "plads.@periods"(begins, low, high)
            ON NOT plads.dag IS NULL
            AND plads.dag >= "plads.@periods".low
            AND plads.dag < "plads.@periods".high
          WHERE
            (
              plads.dag < $3 AND (
                plads.dag >= $5
              ) AND (
                plads.dag < $4
              )
            )
          QUALIFY
            plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud, "plads.@periods".begins)
        ) AS plads
        GROUP BY
          1
      ) AS plads__pladser__in__plads__pladser__base_2023
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.plads__dag__quarter,
    MAX(facts.plads__pladser) AS plads__pladser,
    MAX(facts.plads__pladser__in__plads__pladser__aatd) AS plads__pladser__in__plads__pladser__aatd,
    MAX(facts.plads__pladser__in__plads__pladser__aatd_sidste_aar) AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
    MAX(facts.plads__pladser__in__plads__pladser__sidste_aar) AS plads__pladser__in__plads__pladser__sidste_aar,
    MAX(facts.plads__pladser__in__plads__pladser__opgjort) AS plads__pladser__in__plads__pladser__opgjort,
    MAX(facts.plads__pladser__in__plads__pladser__base_2023) AS plads__pladser__in__plads__pladser__base_2023
  FROM (
    SELECT
      plads__dag__quarter,
      plads__pladser,
      plads__pladser__in__plads__pladser__aatd,
      plads__pladser__in__plads__pladser__aatd_sidste_aar,
      plads__pladser__in__plads__pladser__sidste_aar,
      plads__pladser__in__plads__pladser__opgjort,
      plads__pladser__in__plads__pladser__base_2023
    FROM ".answered"
    UNION ALL
    SELECT
      plads__dag__quarter.plads__dag__quarter,
      NULL AS plads__pladser,
      NULL AS plads__pladser__in__plads__pladser__aatd,
      NULL AS plads__pladser__in__plads__pladser__aatd_sidste_aar,
      NULL AS plads__pladser__in__plads__pladser__sidste_aar,
      NULL AS plads__pladser__in__plads__pladser__opgjort,
      NULL AS plads__pladser__in__plads__pladser__base_2023
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS plads__dag__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($8 AS TIMESTAMP) AS first,
            CAST($9 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS plads__dag__quarter
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  plads__dag__quarter ASC
LIMIT 10001
