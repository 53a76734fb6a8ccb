SELECT
  anbringelser__anbringelsessted AS "anbringelser.anbringelsessted",
  CAST(anbringelser__anbringelsessted__subtotal AS BOOLEAN) AS "anbringelser.anbringelsessted__subtotal",
  CAST(anbringelse__anbragte_boern AS BIGINT) AS "anbringelser.anbragte_boern"
FROM (
  SELECT
    *
  FROM (
    SELECT
      anbringelser__anbringelsessted,
      0 AS anbringelser__anbringelsessted__subtotal,
      anbringelse__anbragte_boern
    FROM (
      SELECT
        cells.anbringelser__anbringelsessted,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "anbringelse.@periods".high
              THEN cells."anbringelse__anbragte_boern@number"
              WHEN NOT (
                cells."anbringelse__anbragte_boern@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS anbringelse__anbragte_boern
      FROM (
        SELECT
          events.anbringelser__anbringelsessted,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."anbringelse__anbragte_boern@number") AS "anbringelse__anbragte_boern@number"
        FROM (
          SELECT
            anbringelser__anbringelsessted,
            "@event",
            "anbringelse__anbragte_boern@number"
          FROM (
            SELECT
              ".anbringelser__anbringelsessted" AS anbringelser__anbringelsessted,
              anbringelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                anbringelse."@counted") AS "anbringelse__anbragte_boern@number"
            FROM (
              SELECT
                ".anbringelser__anbringelsessted",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".anbringelser__anbringelsessted", ".person", "@counted"
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
                  anbringelse.anbringelsessted AS ".anbringelser__anbringelsessted",
                  anbringelse.borger_id AS ".person",
                  (
                    NOT anbringelse.borger_id IS NULL
                  ) AS "@counted",
                  anbringelse.start AS ".first",
                  COALESCE(anbringelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.anbringelse AS anbringelse
                WHERE
                  anbringelse.start < $1
                  AND (
                    (
                      anbringelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        anbringelse.start < anbringelse.slut
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS anbringelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            anbringelser__anbringelsessted,
            "@event",
            -"anbringelse__anbragte_boern@number" AS "anbringelse__anbragte_boern@number"
          FROM (
            SELECT
              ".anbringelser__anbringelsessted" AS anbringelser__anbringelsessted,
              anbringelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                anbringelse."@counted") AS "anbringelse__anbragte_boern@number"
            FROM (
              SELECT
                ".anbringelser__anbringelsessted",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".anbringelser__anbringelsessted", ".person", "@counted"
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
                  anbringelse.anbringelsessted AS ".anbringelser__anbringelsessted",
                  anbringelse.borger_id AS ".person",
                  (
                    NOT anbringelse.borger_id IS NULL
                  ) AS "@counted",
                  anbringelse.start AS ".first",
                  COALESCE(anbringelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.anbringelse AS anbringelse
                WHERE
                  anbringelse.start < $1
                  AND (
                    (
                      anbringelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        anbringelse.start < anbringelse.slut
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS anbringelse
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
        (CAST('2025-10-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "anbringelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS anbringelser__anbringelsessted,
      1 AS anbringelser__anbringelsessted__subtotal,
      anbringelse__anbragte_boern
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "anbringelse.@periods".high
              THEN cells."anbringelse__anbragte_boern@number"
              WHEN NOT (
                cells."anbringelse__anbragte_boern@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS anbringelse__anbragte_boern
      FROM (VALUES
        (CAST('2025-10-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "anbringelse.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."anbringelse__anbragte_boern@number") AS "anbringelse__anbragte_boern@number"
        FROM (
          SELECT
            "@event",
            "anbringelse__anbragte_boern@number"
          FROM (
            SELECT
              anbringelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                anbringelse."@counted") AS "anbringelse__anbragte_boern@number"
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
                  anbringelse.borger_id AS ".person",
                  (
                    NOT anbringelse.borger_id IS NULL
                  ) AS "@counted",
                  anbringelse.start AS ".first",
                  COALESCE(anbringelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.anbringelse AS anbringelse
                WHERE
                  anbringelse.start < $1
                  AND (
                    (
                      anbringelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        anbringelse.start < anbringelse.slut
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS anbringelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"anbringelse__anbragte_boern@number" AS "anbringelse__anbragte_boern@number"
          FROM (
            SELECT
              anbringelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                anbringelse."@counted") AS "anbringelse__anbragte_boern@number"
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
                  anbringelse.borger_id AS ".person",
                  (
                    NOT anbringelse.borger_id IS NULL
                  ) AS "@counted",
                  anbringelse.start AS ".first",
                  COALESCE(anbringelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.anbringelse AS anbringelse
                WHERE
                  anbringelse.start < $1
                  AND (
                    (
                      anbringelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        anbringelse.start < anbringelse.slut
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS anbringelse
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
    ) AS level
  ) AS levels
) AS core
ORDER BY
  anbringelser__anbringelsessted__subtotal ASC,
  anbringelser__anbringelsessted ASC
LIMIT 10001
