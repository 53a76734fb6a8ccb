SELECT
  ydelser__periode__quarter AS "ydelser.periode.quarter",
  CAST(ydelse__nye_ydelser AS BIGINT) AS "ydelser.nye_ydelser",
  CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd AS BIGINT) AS "ydelser.nye_ydelser__aatd",
  CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar AS BIGINT) AS "ydelser.nye_ydelser__aatd_sidste_aar",
  CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar AS BIGINT) AS "ydelser.nye_ydelser__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort AS INT128) - CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "ydelser.nye_ydelser__aendring",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort AS INT128) - CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar AS INT128)
      ) * 100
    ) * 10,
    CAST(ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "ydelser.nye_ydelser__aendring_pct"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ydelser__periode__quarter,
      CASE
        WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__nye_ydelser), 0)
      END AS ydelse__nye_ydelser,
      CASE
        WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd), 0)
      END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
      CASE
        WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar), 0)
      END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
      CASE
        WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar), 0)
      END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
      CASE
        WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort), 0)
      END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
    FROM (
      SELECT
        ydelser__periode__quarter,
        ydelse__nye_ydelser,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ydelse.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ydelse.@periods".low
                  AND cells."@event" < "ydelse.@periods".high
                  THEN cells."ydelse__nye_ydelser@number"
                  WHEN NOT (
                    cells."ydelse__nye_ydelser@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ydelse__nye_ydelser
        FROM (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2025-04-01' AS DATE),
            CAST('2025-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-04-01' AS DATE),
            CAST('2025-07-01' AS DATE),
            CAST('2025-04-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-07-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            CAST('2025-07-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-10-01' AS DATE),
            CAST('2026-01-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            FALSE
          )) AS "ydelse.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__nye_ydelser@number") AS "ydelse__nye_ydelser@number"
          FROM (
            SELECT
              "@event",
              "ydelse__nye_ydelser@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__nye_ydelser@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                ydelse.start < $1
                AND (
                  (
                    ydelse.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ydelse.start < ydelse.slut
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
      ) AS ydelse__nye_ydelser
      UNION ALL
      SELECT
        ydelser__periode__quarter,
        NULL AS ydelse__nye_ydelser,
        ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ydelse.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ydelse.@periods".low
                  AND cells."@event" < "ydelse.@periods".high
                  THEN cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd@number"
                  WHEN NOT (
                    cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd
        FROM (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2025-04-01' AS DATE),
            CAST('2025-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-04-01' AS DATE),
            CAST('2025-07-01' AS DATE),
            CAST('2025-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-07-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            CAST('2025-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            FALSE
          )) AS "ydelse.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd@number") AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd@number"
          FROM (
            SELECT
              "@event",
              "ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                ydelse.start < $1
                AND (
                  (
                    ydelse.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ydelse.start < ydelse.slut
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
      ) AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd
      UNION ALL
      SELECT
        ydelser__periode__quarter,
        NULL AS ydelse__nye_ydelser,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
        ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ydelse.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ydelse.@periods".low
                  AND cells."@event" < "ydelse.@periods".high
                  THEN cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar@number"
                  WHEN NOT (
                    cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar
        FROM (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-04-01' AS DATE),
            CAST('2024-07-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-07-01' AS DATE),
            CAST('2024-10-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            FALSE
          )) AS "ydelse.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar@number") AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar@number"
          FROM (
            SELECT
              "@event",
              "ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                ydelse.start < $2
                AND (
                  (
                    ydelse.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ydelse.start < ydelse.slut
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
      ) AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar
      UNION ALL
      SELECT
        ydelser__periode__quarter,
        NULL AS ydelse__nye_ydelser,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
        ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ydelse.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ydelse.@periods".low
                  AND cells."@event" < "ydelse.@periods".high
                  THEN cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar@number"
                  WHEN NOT (
                    cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar
        FROM (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-04-01' AS DATE),
            CAST('2024-07-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-07-01' AS DATE),
            CAST('2024-10-01' AS DATE),
            CAST('2024-07-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            FALSE
          )) AS "ydelse.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar@number") AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar@number"
          FROM (
            SELECT
              "@event",
              "ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                ydelse.start < $2
                AND (
                  (
                    ydelse.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ydelse.start < ydelse.slut
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
      ) AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar
      UNION ALL
      SELECT
        ydelser__periode__quarter,
        NULL AS ydelse__nye_ydelser,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
        NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
        ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ydelse.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ydelse.@periods".low
                  AND cells."@event" < "ydelse.@periods".high
                  THEN cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort@number"
                  WHEN NOT (
                    cells."ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
        FROM (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2025-04-01' AS DATE),
            CAST('2025-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-04-01' AS DATE),
            CAST('2025-07-01' AS DATE),
            CAST('2025-04-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-07-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            CAST('2025-07-01' AS DATE),
            TRUE
          ),
          (
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            CAST('2025-10-01' AS DATE),
            FALSE
          )) AS "ydelse.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort@number") AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort@number"
          FROM (
            SELECT
              "@event",
              "ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                ydelse.start < $1
                AND (
                  (
                    ydelse.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ydelse.start < ydelse.slut
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
      ) AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.ydelser__periode__quarter,
    CASE
      WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__nye_ydelser), 0)
    END AS ydelse__nye_ydelser,
    CASE
      WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd), 0)
    END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
    CASE
      WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar), 0)
    END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
    CASE
      WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar), 0)
    END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
    CASE
      WHEN facts.ydelser__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort), 0)
    END AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
  FROM (
    SELECT
      ydelser__periode__quarter,
      ydelse__nye_ydelser,
      ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
      ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
      ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
      ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
    FROM ".answered"
    UNION ALL
    SELECT
      ydelser__periode__quarter.ydelser__periode__quarter,
      NULL AS ydelse__nye_ydelser,
      NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd,
      NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__aatd_sidste_aar,
      NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__sidste_aar,
      NULL AS ydelse__nye_ydelser__in__ydelse__nye_ydelser__opgjort
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS ydelser__periode__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ydelser__periode__quarter
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__periode__quarter ASC
LIMIT 10001
