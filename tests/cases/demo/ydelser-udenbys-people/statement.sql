SELECT
  ydelser__lov AS "ydelser.lov",
  CAST(ydelse__aktive_borgere AS BIGINT) AS "ydelser.aktive_borgere",
  CAST(ydelse__udenbys_borgere AS BIGINT) AS "ydelser.udenbys_borgere",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ydelse__udenbys_borgere AS INT128) * 100
    ) * 10,
    CAST(ydelse__aktive_borgere AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "ydelser.udenbys_andel"
FROM (
  SELECT
    facts.ydelser__lov,
    COALESCE(MAX(facts.ydelse__aktive_borgere), 0) AS ydelse__aktive_borgere,
    COALESCE(MAX(facts.ydelse__udenbys_borgere), 0) AS ydelse__udenbys_borgere
  FROM (
    SELECT
      ydelser__lov,
      ydelse__aktive_borgere,
      NULL AS ydelse__udenbys_borgere
    FROM (
      SELECT
        cells.ydelser__lov,
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
      FROM (
        SELECT
          events.ydelser__lov,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ydelse__aktive_borgere@number") AS "ydelse__aktive_borgere@number"
        FROM (
          SELECT
            ydelser__lov,
            "@event",
            "ydelse__aktive_borgere@number"
          FROM (
            SELECT
              ".ydelser__lov" AS ydelser__lov,
              ydelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ydelse."@counted") AS "ydelse__aktive_borgere@number"
            FROM (
              SELECT
                ".ydelser__lov",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".ydelser__lov", ".person", "@counted"
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
                  ydelse.lov AS ".ydelser__lov",
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
                  AND (
                    (
                      NOT (
                        ydelse.slut >= CAST('2025-09-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ydelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            ydelser__lov,
            "@event",
            -"ydelse__aktive_borgere@number" AS "ydelse__aktive_borgere@number"
          FROM (
            SELECT
              ".ydelser__lov" AS ydelser__lov,
              ydelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ydelse."@counted") AS "ydelse__aktive_borgere@number"
            FROM (
              SELECT
                ".ydelser__lov",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".ydelser__lov", ".person", "@counted"
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
                  ydelse.lov AS ".ydelser__lov",
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
                  AND (
                    (
                      NOT (
                        ydelse.slut >= CAST('2025-09-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ydelse
            WHERE
              "@begins" < "@ends" AND "@ends" < $1
            GROUP BY
              1,
              2
          ) AS side
        ) AS events
        GROUP BY
          1,
          2
      ) AS cells
      CROSS JOIN (VALUES
        (CAST('2025-09-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "ydelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS ydelse__aktive_borgere
    UNION ALL
    SELECT
      ydelser__lov,
      NULL AS ydelse__aktive_borgere,
      ydelse__udenbys_borgere
    FROM (
      SELECT
        cells.ydelser__lov,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ydelse.@periods".high
              THEN cells."ydelse__udenbys_borgere@number"
              WHEN NOT (
                cells."ydelse__udenbys_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ydelse__udenbys_borgere
      FROM (
        SELECT
          events.ydelser__lov,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ydelse__udenbys_borgere@number") AS "ydelse__udenbys_borgere@number"
        FROM (
          SELECT
            ydelser__lov,
            "@event",
            "ydelse__udenbys_borgere@number"
          FROM (
            SELECT
              ".ydelser__lov" AS ydelser__lov,
              ydelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ydelse."@counted") AS "ydelse__udenbys_borgere@number"
            FROM (
              SELECT
                ".ydelser__lov",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".ydelser__lov", ".person", "@counted"
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
                  ydelse.lov AS ".ydelser__lov",
                  ydelse.borger_id AS ".person",
                  (
                    NOT ydelse.borger_id IS NULL
                    AND (
                      (
                        ydelse.betalingskommune <> ydelse.handlekommune
                      )
                    )
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
                  AND (
                    (
                      NOT (
                        ydelse.slut >= CAST('2025-09-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ydelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            ydelser__lov,
            "@event",
            -"ydelse__udenbys_borgere@number" AS "ydelse__udenbys_borgere@number"
          FROM (
            SELECT
              ".ydelser__lov" AS ydelser__lov,
              ydelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ydelse."@counted") AS "ydelse__udenbys_borgere@number"
            FROM (
              SELECT
                ".ydelser__lov",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".ydelser__lov", ".person", "@counted"
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
                  ydelse.lov AS ".ydelser__lov",
                  ydelse.borger_id AS ".person",
                  (
                    NOT ydelse.borger_id IS NULL
                    AND (
                      (
                        ydelse.betalingskommune <> ydelse.handlekommune
                      )
                    )
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
                  AND (
                    (
                      NOT (
                        ydelse.slut >= CAST('2025-09-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ydelse
            WHERE
              "@begins" < "@ends" AND "@ends" < $1
            GROUP BY
              1,
              2
          ) AS side
        ) AS events
        GROUP BY
          1,
          2
      ) AS cells
      CROSS JOIN (VALUES
        (CAST('2025-09-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "ydelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS ydelse__udenbys_borgere
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__lov ASC
LIMIT 10001
