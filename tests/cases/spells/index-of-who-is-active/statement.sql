SELECT
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(NEAREST_QUOTIENT(
    CAST(ophold__aktive__in__ophold__aktive__opgjort AS INT128) - CAST(ophold__aktive__in__ophold__aktive__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "ophold.aktive__aendring",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ophold__aktive__in__ophold__aktive__opgjort AS INT128) * 100
    ) * 10,
    CAST(ophold__aktive__in__ophold__aktive__base_2023 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "ophold.aktive__indeks"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ophold__periode__month,
      CASE
        WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__aktive), 0)
      END AS ophold__aktive,
      CASE
        WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__opgjort), 0)
      END AS ophold__aktive__in__ophold__aktive__opgjort,
      CASE
        WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__sidste_aar), 0)
      END AS ophold__aktive__in__ophold__aktive__sidste_aar,
      CASE
        WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__base_2023), 0)
      END AS ophold__aktive__in__ophold__aktive__base_2023
    FROM (
      SELECT
        ophold__periode__month,
        ophold__aktive,
        NULL AS ophold__aktive__in__ophold__aktive__opgjort,
        NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
        NULL AS ophold__aktive__in__ophold__aktive__base_2023
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__aktive@number"
                  WHEN NOT (
                    cells."ophold__aktive@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__aktive
        FROM (VALUES
          (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), TRUE),
          (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE), TRUE),
          (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE), TRUE),
          (CAST('2024-04-01' AS DATE), CAST('2024-05-01' AS DATE), TRUE),
          (CAST('2024-05-01' AS DATE), CAST('2024-06-01' AS DATE), TRUE),
          (CAST('2024-06-01' AS DATE), CAST('2024-07-01' AS DATE), TRUE),
          (CAST('2024-07-01' AS DATE), CAST('2024-08-01' AS DATE), FALSE)) AS "ophold.@periods"(begins, high, known)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ophold__aktive@number") AS "ophold__aktive@number"
          FROM (
            SELECT
              "@event",
              "ophold__aktive@number"
            FROM (
              SELECT
                ophold.start AS "@event",
                COUNT(*) AS "ophold__aktive@number"
              FROM demo.main.ophold AS ophold
              WHERE
                ophold.start < $1
                AND (
                  (
                    ophold.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ophold.start < ophold.slut
                    ) IS FALSE
                  )
                )
              GROUP BY
                1
            ) AS side
            UNION ALL
            SELECT
              "@event",
              -"ophold__aktive@number" AS "ophold__aktive@number"
            FROM (
              SELECT
                ophold.slut AS "@event",
                COUNT(*) AS "ophold__aktive@number"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.start < $1 AND (
                    ophold.slut < $1
                  )
                )
                AND (
                  (
                    ophold.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ophold.start < ophold.slut
                    ) IS FALSE
                  )
                )
              GROUP BY
                1
            ) AS side
          ) AS events
          GROUP BY
            1
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__aktive
      UNION ALL
      SELECT
        ophold__periode__month,
        NULL AS ophold__aktive,
        ophold__aktive__in__ophold__aktive__opgjort,
        NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
        NULL AS ophold__aktive__in__ophold__aktive__base_2023
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__aktive__in__ophold__aktive__opgjort@number"
                  WHEN NOT (
                    cells."ophold__aktive__in__ophold__aktive__opgjort@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__aktive__in__ophold__aktive__opgjort
        FROM (VALUES
          (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), TRUE),
          (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE), TRUE),
          (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE), TRUE),
          (CAST('2024-04-01' AS DATE), CAST('2024-05-01' AS DATE), TRUE),
          (CAST('2024-05-01' AS DATE), CAST('2024-06-01' AS DATE), TRUE),
          (CAST('2024-06-01' AS DATE), CAST('2024-06-16' AS DATE), TRUE),
          (CAST('2024-07-01' AS DATE), CAST('2024-06-16' AS DATE), FALSE)) AS "ophold.@periods"(begins, high, known)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__aktive__in__ophold__aktive__opgjort@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__opgjort@number"
            FROM demo.main.ophold AS ophold
            WHERE
              ophold.start < $1
              AND (
                (
                  ophold.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ophold.start < ophold.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__aktive__in__ophold__aktive__opgjort@number" AS "ophold__aktive__in__ophold__aktive__opgjort@number"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__opgjort@number"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.start < $1 AND (
                  ophold.slut < $1
                )
              )
              AND (
                (
                  ophold.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ophold.start < ophold.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__aktive__in__ophold__aktive__opgjort
      UNION ALL
      SELECT
        ophold__periode__month,
        NULL AS ophold__aktive,
        NULL AS ophold__aktive__in__ophold__aktive__opgjort,
        ophold__aktive__in__ophold__aktive__sidste_aar,
        NULL AS ophold__aktive__in__ophold__aktive__base_2023
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__aktive__in__ophold__aktive__sidste_aar@number"
                  WHEN NOT (
                    cells."ophold__aktive__in__ophold__aktive__sidste_aar@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__aktive__in__ophold__aktive__sidste_aar
        FROM (VALUES
          (CAST('2024-01-01' AS DATE), CAST('2023-02-01' AS DATE), TRUE),
          (CAST('2024-02-01' AS DATE), CAST('2023-03-01' AS DATE), TRUE),
          (CAST('2024-03-01' AS DATE), CAST('2023-04-01' AS DATE), TRUE),
          (CAST('2024-04-01' AS DATE), CAST('2023-05-01' AS DATE), TRUE),
          (CAST('2024-05-01' AS DATE), CAST('2023-06-01' AS DATE), TRUE),
          (CAST('2024-06-01' AS DATE), CAST('2023-06-16' AS DATE), TRUE),
          (CAST('2024-07-01' AS DATE), CAST('2024-06-16' AS DATE), FALSE)) AS "ophold.@periods"(begins, high, known)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__aktive__in__ophold__aktive__sidste_aar@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM demo.main.ophold AS ophold
            WHERE
              ophold.start < $2
              AND (
                (
                  ophold.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ophold.start < ophold.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__aktive__in__ophold__aktive__sidste_aar@number" AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.start < $2 AND (
                  ophold.slut < $2
                )
              )
              AND (
                (
                  ophold.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ophold.start < ophold.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__aktive__in__ophold__aktive__sidste_aar
      UNION ALL
      SELECT
        ophold__periode__month,
        NULL AS ophold__aktive,
        NULL AS ophold__aktive__in__ophold__aktive__opgjort,
        NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
        ophold__aktive__in__ophold__aktive__base_2023
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__aktive__in__ophold__aktive__base_2023@number"
                  WHEN NOT (
                    cells."ophold__aktive__in__ophold__aktive__base_2023@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__aktive__in__ophold__aktive__base_2023
        FROM (VALUES
          (CAST('2024-01-01' AS DATE), CAST('2024-01-01' AS DATE), TRUE),
          (CAST('2024-02-01' AS DATE), CAST('2024-01-01' AS DATE), TRUE),
          (CAST('2024-03-01' AS DATE), CAST('2024-01-01' AS DATE), TRUE),
          (CAST('2024-04-01' AS DATE), CAST('2024-01-01' AS DATE), TRUE),
          (CAST('2024-05-01' AS DATE), CAST('2024-01-01' AS DATE), TRUE),
          (CAST('2024-06-01' AS DATE), CAST('2024-01-01' AS DATE), TRUE),
          (CAST('2024-07-01' AS DATE), CAST('2024-06-16' AS DATE), FALSE)) AS "ophold.@periods"(begins, high, known)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__aktive__in__ophold__aktive__base_2023@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__base_2023@number"
            FROM demo.main.ophold AS ophold
            WHERE
              ophold.start < $3
              AND (
                (
                  ophold.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ophold.start < ophold.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__aktive__in__ophold__aktive__base_2023@number" AS "ophold__aktive__in__ophold__aktive__base_2023@number"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__base_2023@number"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.start < $3 AND (
                  ophold.slut < $3
                )
              )
              AND (
                (
                  ophold.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ophold.start < ophold.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__aktive__in__ophold__aktive__base_2023
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.ophold__periode__month,
    CASE
      WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__aktive), 0)
    END AS ophold__aktive,
    CASE
      WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__opgjort), 0)
    END AS ophold__aktive__in__ophold__aktive__opgjort,
    CASE
      WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__sidste_aar), 0)
    END AS ophold__aktive__in__ophold__aktive__sidste_aar,
    CASE
      WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__base_2023), 0)
    END AS ophold__aktive__in__ophold__aktive__base_2023
  FROM (
    SELECT
      ophold__periode__month,
      ophold__aktive,
      ophold__aktive__in__ophold__aktive__opgjort,
      ophold__aktive__in__ophold__aktive__sidste_aar,
      ophold__aktive__in__ophold__aktive__base_2023
    FROM ".answered"
    UNION ALL
    SELECT
      ophold__periode__month.ophold__periode__month,
      NULL AS ophold__aktive,
      NULL AS ophold__aktive__in__ophold__aktive__opgjort,
      NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
      NULL AS ophold__aktive__in__ophold__aktive__base_2023
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS ophold__periode__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($4 AS TIMESTAMP) AS first,
            CAST($5 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ophold__periode__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__month ASC
LIMIT 10001
