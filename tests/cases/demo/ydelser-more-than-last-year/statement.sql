SELECT
  ydelser__periode__month AS "ydelser.periode.month",
  CAST(ydelse__aktive_ydelser AS BIGINT) AS "ydelser.aktive_ydelser",
  CAST(ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar AS BIGINT) AS "ydelser.aktive_ydelser__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort AS INT128) - CAST(ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "ydelser.aktive_ydelser__aendring",
  CAST(ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar AS BIGINT) AS "ydelser.aktive_borgere__sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ydelser__periode__month,
      COALESCE(MAX(facts.ydelse__aktive_ydelser), 0) AS ydelse__aktive_ydelser,
      CASE
        WHEN facts.ydelser__periode__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar), 0)
      END AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
      CASE
        WHEN facts.ydelser__periode__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort), 0)
      END AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
      CASE
        WHEN facts.ydelser__periode__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar), 0)
      END AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
    FROM (
      SELECT
        ydelser__periode__month,
        ydelse__aktive_ydelser,
        NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
        NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
        NULL AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__month,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" < "ydelse.@periods".high
                THEN cells."ydelse__aktive_ydelser@number"
                WHEN NOT (
                  cells."ydelse__aktive_ydelser@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS ydelse__aktive_ydelser
        FROM (VALUES
          (CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE)),
          (CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE)),
          (CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE))) AS "ydelse.@periods"(begins, high)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__aktive_ydelser@number") AS "ydelse__aktive_ydelser@number"
          FROM (
            SELECT
              "@event",
              "ydelse__aktive_ydelser@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__aktive_ydelser@number"
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
            UNION ALL
            SELECT
              "@event",
              -"ydelse__aktive_ydelser@number" AS "ydelse__aktive_ydelser@number"
            FROM (
              SELECT
                ydelse.slut AS "@event",
                COUNT(*) AS "ydelse__aktive_ydelser@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                (
                  ydelse.start < $1 AND (
                    ydelse.slut < $1
                  )
                )
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
      ) AS ydelse__aktive_ydelser
      UNION ALL
      SELECT
        ydelser__periode__month,
        NULL AS ydelse__aktive_ydelser,
        ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
        NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
        NULL AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__month,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" < "ydelse.@periods".high
                THEN cells."ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number"
                WHEN NOT (
                  cells."ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar
        FROM (VALUES
          (CAST('2025-01-01' AS DATE), CAST('2024-02-01' AS DATE)),
          (CAST('2025-02-01' AS DATE), CAST('2024-03-01' AS DATE)),
          (CAST('2025-03-01' AS DATE), CAST('2024-04-01' AS DATE))) AS "ydelse.@periods"(begins, high)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number") AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number"
          FROM (
            SELECT
              "@event",
              "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number"
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
            UNION ALL
            SELECT
              "@event",
              -"ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number" AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number"
            FROM (
              SELECT
                ydelse.slut AS "@event",
                COUNT(*) AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                (
                  ydelse.start < $2 AND (
                    ydelse.slut < $2
                  )
                )
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
      ) AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar
      UNION ALL
      SELECT
        ydelser__periode__month,
        NULL AS ydelse__aktive_ydelser,
        NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
        ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
        NULL AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__month,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" < "ydelse.@periods".high
                THEN cells."ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number"
                WHEN NOT (
                  cells."ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort
        FROM (VALUES
          (CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE)),
          (CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE)),
          (CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE))) AS "ydelse.@periods"(begins, high)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number") AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number"
          FROM (
            SELECT
              "@event",
              "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number"
            FROM (
              SELECT
                ydelse.start AS "@event",
                COUNT(*) AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number"
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
            UNION ALL
            SELECT
              "@event",
              -"ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number" AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number"
            FROM (
              SELECT
                ydelse.slut AS "@event",
                COUNT(*) AS "ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort@number"
              FROM demo.main.ydelse AS ydelse
              WHERE
                (
                  ydelse.start < $1 AND (
                    ydelse.slut < $1
                  )
                )
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
      ) AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort
      UNION ALL
      SELECT
        ydelser__periode__month,
        NULL AS ydelse__aktive_ydelser,
        NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
        NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
        ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
      FROM (
        SELECT
          "ydelse.@periods".begins AS ydelser__periode__month,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" < "ydelse.@periods".high
                THEN cells."ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number"
                WHEN NOT (
                  cells."ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
        FROM (VALUES
          (CAST('2025-01-01' AS DATE), CAST('2024-02-01' AS DATE)),
          (CAST('2025-02-01' AS DATE), CAST('2024-03-01' AS DATE)),
          (CAST('2025-03-01' AS DATE), CAST('2024-04-01' AS DATE))) AS "ydelse.@periods"(begins, high)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number") AS "ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number"
          FROM (
            SELECT
              "@event",
              "ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number"
            FROM (
              SELECT
                ydelse."@begins" AS "@event",
                COUNT(*) FILTER(WHERE
                  ydelse."@counted") AS "ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number"
              FROM (
                SELECT
                  GREATEST(
                    ".first",
                    COALESCE(
                      MAX("@ends") OVER (
                        PARTITION BY ".person", "@counted"
                        ORDER BY ".first", "@ends"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                      ),
                      ".first"
                    )
                  ) AS "@begins",
                  "@ends",
                  "@counted"
                FROM (
                  SELECT
                    ydelse.borger_id AS ".person",
                    (
                      NOT ydelse.borger_id IS NULL
                    ) AS "@counted",
                    ydelse.start AS ".first",
                    COALESCE(ydelse.slut, CAST('infinity' AS DATE)) AS "@ends"
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
                ) AS spells
              ) AS ydelse
              WHERE
                "@begins" < "@ends" AND "@begins" < $2
              GROUP BY
                1
            ) AS side
            UNION ALL
            SELECT
              "@event",
              -"ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number" AS "ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number"
            FROM (
              SELECT
                ydelse."@ends" AS "@event",
                COUNT(*) FILTER(WHERE
                  ydelse."@counted") AS "ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar@number"
              FROM (
                SELECT
                  GREATEST(
                    ".first",
                    COALESCE(
                      MAX("@ends") OVER (
                        PARTITION BY ".person", "@counted"
                        ORDER BY ".first", "@ends"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                      ),
                      ".first"
                    )
                  ) AS "@begins",
                  "@ends",
                  "@counted"
                FROM (
                  SELECT
                    ydelse.borger_id AS ".person",
                    (
                      NOT ydelse.borger_id IS NULL
                    ) AS "@counted",
                    ydelse.start AS ".first",
                    COALESCE(ydelse.slut, CAST('infinity' AS DATE)) AS "@ends"
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
                ) AS spells
              ) AS ydelse
              WHERE
                "@begins" < "@ends" AND "@ends" < $2
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
      ) AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.ydelser__periode__month,
    COALESCE(MAX(facts.ydelse__aktive_ydelser), 0) AS ydelse__aktive_ydelser,
    CASE
      WHEN facts.ydelser__periode__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar), 0)
    END AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
    CASE
      WHEN facts.ydelser__periode__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort), 0)
    END AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
    CASE
      WHEN facts.ydelser__periode__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar), 0)
    END AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
  FROM (
    SELECT
      ydelser__periode__month,
      ydelse__aktive_ydelser,
      ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
      ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
      ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      ydelser__periode__month.ydelser__periode__month,
      NULL AS ydelse__aktive_ydelser,
      NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__sidste_aar,
      NULL AS ydelse__aktive_ydelser__in__ydelse__aktive_ydelser__opgjort,
      NULL AS ydelse__aktive_borgere__in__ydelse__aktive_borgere__sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS ydelser__periode__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ydelser__periode__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__periode__month ASC
LIMIT 10001
