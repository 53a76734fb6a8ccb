SELECT
  CAST(ydelse__aktive_borgere AS BIGINT) AS "ydelser.aktive_borgere",
  CAST(ydelse__aktive_ydelser AS BIGINT) AS "ydelser.aktive_ydelser"
FROM (
  SELECT
    COALESCE(MAX(facts.ydelse__aktive_borgere), 0) AS ydelse__aktive_borgere,
    COALESCE(MAX(facts.ydelse__aktive_ydelser), 0) AS ydelse__aktive_ydelser
  FROM (
    SELECT
      ydelse__aktive_borgere,
      NULL AS ydelse__aktive_ydelser
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ydelse.@periods".high
              THEN cells."ydelse__aktive_borgere@number"
              WHEN NOT (
                cells."ydelse__aktive_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ydelse__aktive_borgere
      FROM (VALUES
        (CAST('2025-01-01' AS DATE), CAST('2026-01-01' AS DATE))) AS "ydelse.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ydelse__aktive_borgere@number") AS "ydelse__aktive_borgere@number"
        FROM (
          SELECT
            "@event",
            "ydelse__aktive_borgere@number"
          FROM (
            SELECT
              ydelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ydelse."@counted") AS "ydelse__aktive_borgere@number"
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
              ) AS spells
            ) AS ydelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ydelse__aktive_borgere@number" AS "ydelse__aktive_borgere@number"
          FROM (
            SELECT
              ydelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ydelse."@counted") AS "ydelse__aktive_borgere@number"
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
              ) AS spells
            ) AS ydelse
            WHERE
              "@begins" < "@ends" AND "@ends" < $1
            GROUP BY
              1
          ) AS side
        ) AS events
        GROUP BY
          1
      ) AS cells
        ON TRUE
    ) AS ydelse__aktive_borgere
    UNION ALL
    SELECT
      NULL AS ydelse__aktive_borgere,
      ydelse__aktive_ydelser
    FROM (
      SELECT
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
        (CAST('2025-01-01' AS DATE), CAST('2026-01-01' AS DATE))) AS "ydelse.@periods"(begins, high)
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
    ) AS ydelse__aktive_ydelser
  ) AS facts
) AS core
ORDER BY
  ydelse__aktive_borgere DESC
LIMIT 10001
