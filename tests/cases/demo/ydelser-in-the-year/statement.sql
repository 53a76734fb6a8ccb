SELECT
  ydelser__lov AS "ydelser.lov",
  CAST(ydelse__aktive_ydelser AS BIGINT) AS "ydelser.aktive_ydelser",
  CAST(ydelse__aktive_borgere AS BIGINT) AS "ydelser.aktive_borgere",
  CAST(ydelse__nye_ydelser AS BIGINT) AS "ydelser.nye_ydelser",
  CAST(ydelse__afsluttede_ydelser AS BIGINT) AS "ydelser.afsluttede_ydelser",
  CAST(ydelse__doegn AS BIGINT) AS "ydelser.doegn",
  CAST(NEAREST_QUOTIENT(CAST(ydelse__helaarsmodtagere__0 AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "ydelser.helaarsmodtagere",
  CAST(ROUND(ydelse__disponeret_udgift, 0) AS DECIMAL(38, 0)) AS "ydelser.disponeret_udgift"
FROM (
  SELECT
    facts.ydelser__lov,
    COALESCE(MAX(facts.ydelse__aktive_ydelser), 0) AS ydelse__aktive_ydelser,
    COALESCE(MAX(facts.ydelse__nye_ydelser), 0) AS ydelse__nye_ydelser,
    COALESCE(MAX(facts.ydelse__afsluttede_ydelser), 0) AS ydelse__afsluttede_ydelser,
    COALESCE(MAX(facts.ydelse__aktive_borgere), 0) AS ydelse__aktive_borgere,
    MAX(facts.ydelse__doegn) AS ydelse__doegn,
    MAX(facts.ydelse__helaarsmodtagere__0) AS ydelse__helaarsmodtagere__0,
    MAX(facts.ydelse__disponeret_udgift) AS ydelse__disponeret_udgift
  FROM (
    SELECT
      ydelser__lov,
      ydelse__aktive_ydelser,
      ydelse__nye_ydelser,
      ydelse__afsluttede_ydelser,
      NULL AS ydelse__aktive_borgere,
      NULL AS ydelse__doegn,
      NULL AS ydelse__helaarsmodtagere__0,
      NULL AS ydelse__disponeret_udgift
    FROM (
      SELECT
        cells.ydelser__lov,
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
        ) AS BIGINT) AS ydelse__aktive_ydelser,
        CAST(COALESCE(
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
        ) AS BIGINT) AS ydelse__nye_ydelser,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "ydelse.@periods".low
              AND cells."@event" < "ydelse.@periods".high
              THEN cells."ydelse__afsluttede_ydelser@number"
              WHEN NOT (
                cells."ydelse__afsluttede_ydelser@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ydelse__afsluttede_ydelser
      FROM (
        SELECT
          events.ydelser__lov,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ydelse__aktive_ydelser@number") AS "ydelse__aktive_ydelser@number",
          SUM(events."ydelse__nye_ydelser@number") AS "ydelse__nye_ydelser@number",
          SUM(events."ydelse__afsluttede_ydelser@number") AS "ydelse__afsluttede_ydelser@number"
        FROM (
          SELECT
            ydelser__lov,
            "@event",
            "ydelse__aktive_ydelser@number",
            "ydelse__nye_ydelser@number",
            NULL AS "ydelse__afsluttede_ydelser@number"
          FROM (
            SELECT
              ydelse.lov AS ydelser__lov,
              ydelse.start AS "@event",
              COUNT(*) AS "ydelse__aktive_ydelser@number",
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
              AND (
                (
                  NOT (
                    ydelse.slut >= CAST('2024-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            ydelser__lov,
            "@event",
            -"ydelse__aktive_ydelser@number" AS "ydelse__aktive_ydelser@number",
            NULL AS "ydelse__nye_ydelser@number",
            "ydelse__afsluttede_ydelser@number"
          FROM (
            SELECT
              ydelse.lov AS ydelser__lov,
              ydelse.slut AS "@event",
              COUNT(*) AS "ydelse__aktive_ydelser@number",
              COUNT(*) AS "ydelse__afsluttede_ydelser@number"
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
              AND (
                (
                  NOT (
                    ydelse.slut >= CAST('2024-01-01' AS DATE)
                  ) IS FALSE
                )
              )
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
        (
          CAST('2024-01-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST('2024-01-01' AS DATE)
        )) AS "ydelse.@periods"(begins, high, low)
      GROUP BY
        1
    ) AS ydelse__aktive_ydelser
    UNION ALL
    SELECT
      ydelser__lov,
      NULL AS ydelse__aktive_ydelser,
      NULL AS ydelse__nye_ydelser,
      NULL AS ydelse__afsluttede_ydelser,
      ydelse__aktive_borgere,
      NULL AS ydelse__doegn,
      NULL AS ydelse__helaarsmodtagere__0,
      NULL AS ydelse__disponeret_udgift
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
                        ydelse.slut >= CAST('2024-01-01' AS DATE)
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
                        ydelse.slut >= CAST('2024-01-01' AS DATE)
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
        (CAST('2024-01-01' AS DATE), CAST('2025-01-01' AS DATE))) AS "ydelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS ydelse__aktive_borgere
    UNION ALL
    SELECT
      ydelser__lov,
      NULL AS ydelse__aktive_ydelser,
      NULL AS ydelse__nye_ydelser,
      NULL AS ydelse__afsluttede_ydelser,
      NULL AS ydelse__aktive_borgere,
      ydelse__doegn,
      ydelse__helaarsmodtagere__0,
      ydelse__disponeret_udgift
    FROM (
      SELECT
        cells.ydelser__lov,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".high
            THEN "ydelse.@periods".until_days * cells."ydelse__doegn@number" - cells."ydelse__doegn@reckoned"
            WHEN NOT (
              "ydelse.@periods".until_days * cells."ydelse__doegn@number" - cells."ydelse__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".low
            THEN "ydelse.@periods".low_days * cells."ydelse__doegn@number" - cells."ydelse__doegn@reckoned"
            WHEN NOT (
              "ydelse.@periods".low_days * cells."ydelse__doegn@number" - cells."ydelse__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ydelse__doegn,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".high
            THEN "ydelse.@periods".until_days * cells."ydelse__helaarsmodtagere__0@number" - cells."ydelse__helaarsmodtagere__0@reckoned"
            WHEN NOT (
              "ydelse.@periods".until_days * cells."ydelse__helaarsmodtagere__0@number" - cells."ydelse__helaarsmodtagere__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".low
            THEN "ydelse.@periods".low_days * cells."ydelse__helaarsmodtagere__0@number" - cells."ydelse__helaarsmodtagere__0@reckoned"
            WHEN NOT (
              "ydelse.@periods".low_days * cells."ydelse__helaarsmodtagere__0@number" - cells."ydelse__helaarsmodtagere__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ydelse__helaarsmodtagere__0,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".high
            THEN "ydelse.@periods".until_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            WHEN NOT (
              "ydelse.@periods".until_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".low
            THEN "ydelse.@periods".low_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            WHEN NOT (
              "ydelse.@periods".low_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ydelse__disponeret_udgift
      FROM (
        SELECT
          events.ydelser__lov,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ydelse__doegn@number") AS "ydelse__doegn@number",
          SUM(events."ydelse__doegn@reckoned") AS "ydelse__doegn@reckoned",
          SUM(events."ydelse__helaarsmodtagere__0@number") AS "ydelse__helaarsmodtagere__0@number",
          SUM(events."ydelse__helaarsmodtagere__0@reckoned") AS "ydelse__helaarsmodtagere__0@reckoned",
          SUM(events."ydelse__disponeret_udgift@number") AS "ydelse__disponeret_udgift@number",
          SUM(events."ydelse__disponeret_udgift@reckoned") AS "ydelse__disponeret_udgift@reckoned"
        FROM (
          SELECT
            ydelser__lov,
            "@event",
            "ydelse__doegn@number",
            "ydelse__doegn@reckoned",
            "ydelse__helaarsmodtagere__0@number",
            "ydelse__helaarsmodtagere__0@reckoned",
            "ydelse__disponeret_udgift@number",
            "ydelse__disponeret_udgift@reckoned"
          FROM (
            SELECT
              ydelse.lov AS ydelser__lov,
              ydelse.start AS "@event",
              COUNT(*) AS "ydelse__doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.start)) AS "ydelse__doegn@reckoned",
              COUNT(*) AS "ydelse__helaarsmodtagere__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.start)) AS "ydelse__helaarsmodtagere__0@reckoned",
              SUM(ydelse.beloeb_pr_dag) AS "ydelse__disponeret_udgift@number",
              SUM(
                ydelse.beloeb_pr_dag * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.start)
                )
              ) AS "ydelse__disponeret_udgift@reckoned"
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
                    ydelse.slut >= CAST('2024-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            ydelser__lov,
            "@event",
            -"ydelse__doegn@number" AS "ydelse__doegn@number",
            -"ydelse__doegn@reckoned" AS "ydelse__doegn@reckoned",
            -"ydelse__helaarsmodtagere__0@number" AS "ydelse__helaarsmodtagere__0@number",
            -"ydelse__helaarsmodtagere__0@reckoned" AS "ydelse__helaarsmodtagere__0@reckoned",
            -"ydelse__disponeret_udgift@number" AS "ydelse__disponeret_udgift@number",
            -"ydelse__disponeret_udgift@reckoned" AS "ydelse__disponeret_udgift@reckoned"
          FROM (
            SELECT
              ydelse.lov AS ydelser__lov,
              ydelse.slut AS "@event",
              COUNT(*) AS "ydelse__doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.slut)) AS "ydelse__doegn@reckoned",
              COUNT(*) AS "ydelse__helaarsmodtagere__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.slut)) AS "ydelse__helaarsmodtagere__0@reckoned",
              SUM(ydelse.beloeb_pr_dag) AS "ydelse__disponeret_udgift@number",
              SUM(
                ydelse.beloeb_pr_dag * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.slut)
                )
              ) AS "ydelse__disponeret_udgift@reckoned"
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
              AND (
                (
                  NOT (
                    ydelse.slut >= CAST('2024-01-01' AS DATE)
                  ) IS FALSE
                )
              )
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
        (
          CAST('2024-01-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(20089 AS BIGINT)
        )) AS "ydelse.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS ydelse__doegn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__lov ASC
LIMIT 10001
