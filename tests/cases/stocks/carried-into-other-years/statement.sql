SELECT
  plads_viderefoert__dag__month AS "plads_viderefoert.dag.month",
  CAST(plads_viderefoert__pladser__in__plads_viderefoert__dag AS BIGINT) AS "plads_viderefoert.pladser",
  CAST(plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag AS BIGINT) AS "plads_viderefoert.pladser__aatd",
  CAST(plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag AS BIGINT) AS "plads_viderefoert.pladser__aatd_sidste_aar",
  CAST(plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag AS BIGINT) AS "plads_viderefoert.pladser__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag AS INT128) - CAST(plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "plads_viderefoert.pladser__aendring",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag AS INT128) * 100
    ) * 10,
    CAST(plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "plads_viderefoert.pladser__indeks"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.plads_viderefoert__dag__month,
      MAX(facts.plads_viderefoert__pladser__in__plads_viderefoert__dag) AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
      MAX(
        facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
      MAX(
        facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
      MAX(
        facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
      MAX(
        facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
      MAX(
        facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
    FROM (
      SELECT
        plads_viderefoert__dag__month,
        plads_viderefoert__pladser__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
      FROM (
        SELECT
          ".plads_viderefoert__dag__month" AS plads_viderefoert__dag__month,
          SUM(plads_viderefoert.antal) AS plads_viderefoert__pladser__in__plads_viderefoert__dag
        FROM (
          SELECT
            plads_viderefoert.*,
            "plads_viderefoert.@periods".begins AS ".plads_viderefoert__dag__month"
          FROM demo.main.plads AS plads_viderefoert
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2024-10-01 00:00:00' AS TIMESTAMP),
              CAST('2024-12-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-12-01 00:00:00' AS DATE),
              CAST('2024-11-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2024-12-01 00:00:00' AS TIMESTAMP),
              CAST('2025-02-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-02-01 00:00:00' AS DATE),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-03-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-03-01 00:00:00' AS DATE),
              CAST('2025-01-21 00:00:00' AS TIMESTAMP),
              CAST('2025-03-21 00:00:00' AS TIMESTAMP)
            )) AS "plads_viderefoert.@periods"(begins, low, high)
            ON NOT plads_viderefoert.dag IS NULL
            AND plads_viderefoert.dag >= "plads_viderefoert.@periods".low
            AND plads_viderefoert.dag < "plads_viderefoert.@periods".high
          WHERE
            (
              plads_viderefoert.dag < $1
              AND (
                plads_viderefoert.dag >= $2
              )
              AND (
                plads_viderefoert.dag < $1
              )
            )
          QUALIFY
            plads_viderefoert.dag = MAX(plads_viderefoert.dag) OVER (PARTITION BY plads_viderefoert.tilbud, "plads_viderefoert.@periods".begins)
        ) AS plads_viderefoert
        GROUP BY
          1
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__dag
      UNION ALL
      SELECT
        plads_viderefoert__dag__month,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
        plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
      FROM (
        SELECT
          ".plads_viderefoert__dag__month" AS plads_viderefoert__dag__month,
          SUM(plads_viderefoert.antal) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag
        FROM (
          SELECT
            plads_viderefoert.*,
            "plads_viderefoert.@periods".begins AS ".plads_viderefoert__dag__month"
          FROM demo.main.plads AS plads_viderefoert
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-12-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-12-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2024-12-01 00:00:00' AS TIMESTAMP),
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
            )) AS "plads_viderefoert.@periods"(begins, low, high)
            ON NOT plads_viderefoert.dag IS NULL
            AND plads_viderefoert.dag >= "plads_viderefoert.@periods".low
            AND plads_viderefoert.dag < "plads_viderefoert.@periods".high
          WHERE
            (
              plads_viderefoert.dag < $1
              AND (
                plads_viderefoert.dag >= $3
              )
              AND (
                plads_viderefoert.dag < $1
              )
            )
          QUALIFY
            plads_viderefoert.dag = MAX(plads_viderefoert.dag) OVER (PARTITION BY plads_viderefoert.tilbud, "plads_viderefoert.@periods".begins)
        ) AS plads_viderefoert
        GROUP BY
          1
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag
      UNION ALL
      SELECT
        plads_viderefoert__dag__month,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
        plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
      FROM (
        SELECT
          ".plads_viderefoert__dag__month" AS plads_viderefoert__dag__month,
          SUM(plads_viderefoert.antal) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag
        FROM (
          SELECT
            plads_viderefoert.*,
            "plads_viderefoert.@periods".begins AS ".plads_viderefoert__dag__month"
          FROM demo.main.plads AS plads_viderefoert
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2023-12-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-12-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2023-12-01 00:00:00' AS TIMESTAMP),
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
            )) AS "plads_viderefoert.@periods"(begins, low, high)
            ON NOT plads_viderefoert.dag IS NULL
            AND plads_viderefoert.dag >= "plads_viderefoert.@periods".low
            AND plads_viderefoert.dag < "plads_viderefoert.@periods".high
          WHERE
            (
              plads_viderefoert.dag < $1
              AND (
                plads_viderefoert.dag >= $4
              )
              AND (
                plads_viderefoert.dag < $5
              )
            )
          QUALIFY
            plads_viderefoert.dag = MAX(plads_viderefoert.dag) OVER (PARTITION BY plads_viderefoert.tilbud, "plads_viderefoert.@periods".begins)
        ) AS plads_viderefoert
        GROUP BY
          1
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag
      UNION ALL
      SELECT
        plads_viderefoert__dag__month,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
        plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
      FROM (
        SELECT
          ".plads_viderefoert__dag__month" AS plads_viderefoert__dag__month,
          SUM(plads_viderefoert.antal) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag
        FROM (
          SELECT
            plads_viderefoert.*,
            "plads_viderefoert.@periods".begins AS ".plads_viderefoert__dag__month"
          FROM demo.main.plads AS plads_viderefoert
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2023-10-01 00:00:00' AS TIMESTAMP),
              CAST('2023-12-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-12-01 00:00:00' AS DATE),
              CAST('2023-11-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2023-12-01 00:00:00' AS TIMESTAMP),
              CAST('2024-02-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-02-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-03-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-03-01 00:00:00' AS DATE),
              CAST('2024-01-21 00:00:00' AS TIMESTAMP),
              CAST('2024-03-21 00:00:00' AS TIMESTAMP)
            )) AS "plads_viderefoert.@periods"(begins, low, high)
            ON NOT plads_viderefoert.dag IS NULL
            AND plads_viderefoert.dag >= "plads_viderefoert.@periods".low
            AND plads_viderefoert.dag < "plads_viderefoert.@periods".high
          WHERE
            (
              plads_viderefoert.dag < $1
              AND (
                plads_viderefoert.dag >= $6
              )
              AND (
                plads_viderefoert.dag < $5
              )
            )
          QUALIFY
            plads_viderefoert.dag = MAX(plads_viderefoert.dag) OVER (PARTITION BY plads_viderefoert.tilbud, "plads_viderefoert.@periods".begins)
        ) AS plads_viderefoert
        GROUP BY
          1
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag
      UNION ALL
      SELECT
        plads_viderefoert__dag__month,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
        plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
      FROM (
        SELECT
          ".plads_viderefoert__dag__month" AS plads_viderefoert__dag__month,
          SUM(plads_viderefoert.antal) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag
        FROM (
          SELECT
            plads_viderefoert.*,
            "plads_viderefoert.@periods".begins AS ".plads_viderefoert__dag__month"
          FROM demo.main.plads AS plads_viderefoert
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2024-10-01 00:00:00' AS TIMESTAMP),
              CAST('2024-12-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-12-01 00:00:00' AS DATE),
              CAST('2024-11-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2024-12-01 00:00:00' AS TIMESTAMP),
              CAST('2025-02-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-02-01 00:00:00' AS DATE),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-03-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-03-01 00:00:00' AS DATE),
              CAST('2025-01-21 00:00:00' AS TIMESTAMP),
              CAST('2025-03-21 00:00:00' AS TIMESTAMP)
            )) AS "plads_viderefoert.@periods"(begins, low, high)
            ON NOT plads_viderefoert.dag IS NULL
            AND plads_viderefoert.dag >= "plads_viderefoert.@periods".low
            AND plads_viderefoert.dag < "plads_viderefoert.@periods".high
          WHERE
            (
              plads_viderefoert.dag < $1
              AND (
                plads_viderefoert.dag >= $2
              )
              AND (
                plads_viderefoert.dag < $1
              )
            )
          QUALIFY
            plads_viderefoert.dag = MAX(plads_viderefoert.dag) OVER (PARTITION BY plads_viderefoert.tilbud, "plads_viderefoert.@periods".begins)
        ) AS plads_viderefoert
        GROUP BY
          1
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag
      UNION ALL
      SELECT
        plads_viderefoert__dag__month,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
        NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
        plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
      FROM (
        SELECT
          ".plads_viderefoert__dag__month" AS plads_viderefoert__dag__month,
          SUM(plads_viderefoert.antal) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
        FROM (
          SELECT
            plads_viderefoert.*,
            "plads_viderefoert.@periods".begins AS ".plads_viderefoert__dag__month"
          FROM demo.main.plads AS plads_viderefoert
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2024-12-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-02-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-03-01 00:00:00' AS DATE),
              CAST('2023-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP)
            )) AS "plads_viderefoert.@periods"(begins, low, high)
            ON NOT plads_viderefoert.dag IS NULL
            AND plads_viderefoert.dag >= "plads_viderefoert.@periods".low
            AND plads_viderefoert.dag < "plads_viderefoert.@periods".high
          WHERE
            (
              plads_viderefoert.dag < $1
              AND (
                plads_viderefoert.dag >= $4
              )
              AND (
                plads_viderefoert.dag < $3
              )
            )
          QUALIFY
            plads_viderefoert.dag = MAX(plads_viderefoert.dag) OVER (PARTITION BY plads_viderefoert.tilbud, "plads_viderefoert.@periods".begins)
        ) AS plads_viderefoert
        GROUP BY
          1
      ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.plads_viderefoert__dag__month,
    MAX(facts.plads_viderefoert__pladser__in__plads_viderefoert__dag) AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
    MAX(
      facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag
    ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
    MAX(
      facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag
    ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
    MAX(
      facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag
    ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
    MAX(
      facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag
    ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
    MAX(
      facts.plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
    ) AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
  FROM (
    SELECT
      plads_viderefoert__dag__month,
      plads_viderefoert__pladser__in__plads_viderefoert__dag,
      plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
      plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
      plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
      plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
      plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
    FROM ".answered"
    UNION ALL
    SELECT
      plads_viderefoert__dag__month.plads_viderefoert__dag__month,
      NULL AS plads_viderefoert__pladser__in__plads_viderefoert__dag,
      NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd__in__plads_viderefoert__dag,
      NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__aatd_sidste_aar__in__plads_viderefoert__dag,
      NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__sidste_aar__in__plads_viderefoert__dag,
      NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__opgjort__in__plads_viderefoert__dag,
      NULL AS plads_viderefoert__pladser__in__plads_viderefoert__pladser__base_2023__in__plads_viderefoert__dag
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS plads_viderefoert__dag__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($7 AS TIMESTAMP) AS first,
            CAST($8 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS plads_viderefoert__dag__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  plads_viderefoert__dag__month ASC
LIMIT 10001
