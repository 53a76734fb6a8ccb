SELECT
  ventelister__periode__quarter AS "ventelister.periode.quarter",
  CAST(venteliste__ventende_borgere AS BIGINT) AS "ventelister.ventende_borgere",
  CAST(venteliste__ventedage AS BIGINT) AS "ventelister.ventedage",
  CAST(NEAREST_QUOTIENT(CAST(venteliste__ventedage AS INT128) * 10, CAST(venteliste__ventende AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "ventelister.ventetid"
FROM (
  SELECT
    facts.ventelister__periode__quarter,
    COALESCE(MAX(facts.venteliste__ventende_borgere), 0) AS venteliste__ventende_borgere,
    MAX(facts.venteliste__ventedage) AS venteliste__ventedage,
    COALESCE(MAX(facts.venteliste__ventende), 0) AS venteliste__ventende
  FROM (
    SELECT
      ventelister__periode__quarter,
      venteliste__ventende_borgere,
      NULL AS venteliste__ventedage,
      NULL AS venteliste__ventende
    FROM (
      SELECT
        "venteliste.@periods".begins AS ventelister__periode__quarter,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "venteliste.@periods".high
              THEN cells."venteliste__ventende_borgere@number"
              WHEN NOT (
                cells."venteliste__ventende_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS venteliste__ventende_borgere
      FROM (VALUES
        (CAST('2024-10-01' AS DATE), CAST('2025-01-01' AS DATE)),
        (CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE)),
        (CAST('2025-04-01' AS DATE), CAST('2025-07-01' AS DATE)),
        (CAST('2025-07-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "venteliste.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
          SUM(events."venteliste__ventende_borgere@number") AS "venteliste__ventende_borgere@number"
        FROM (
          SELECT
            "@event",
            "venteliste__ventende_borgere@number"
          FROM (
            SELECT
              venteliste."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                venteliste."@counted") AS "venteliste__ventende_borgere@number"
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
                  venteliste.borger_id AS ".person",
                  (
                    NOT venteliste.borger_id IS NULL
                  ) AS "@counted",
                  venteliste.start AS ".first",
                  COALESCE(venteliste.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.venteliste AS venteliste
                WHERE
                  venteliste.start < $1
                  AND (
                    (
                      venteliste.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        venteliste.start < venteliste.slut
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS venteliste
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"venteliste__ventende_borgere@number" AS "venteliste__ventende_borgere@number"
          FROM (
            SELECT
              venteliste."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                venteliste."@counted") AS "venteliste__ventende_borgere@number"
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
                  venteliste.borger_id AS ".person",
                  (
                    NOT venteliste.borger_id IS NULL
                  ) AS "@counted",
                  venteliste.start AS ".first",
                  COALESCE(venteliste.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.venteliste AS venteliste
                WHERE
                  venteliste.start < $1
                  AND (
                    (
                      venteliste.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        venteliste.start < venteliste.slut
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS venteliste
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
      GROUP BY
        1
    ) AS venteliste__ventende_borgere
    UNION ALL
    SELECT
      ventelister__periode__quarter,
      NULL AS venteliste__ventende_borgere,
      venteliste__ventedage,
      venteliste__ventende
    FROM (
      SELECT
        "venteliste.@periods".begins AS ventelister__periode__quarter,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "venteliste.@periods".high
            THEN "venteliste.@periods".until_days * cells."venteliste__ventedage@number" - cells."venteliste__ventedage@reckoned"
            WHEN NOT (
              "venteliste.@periods".until_days * cells."venteliste__ventedage@number" - cells."venteliste__ventedage@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS venteliste__ventedage,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "venteliste.@periods".high
              THEN cells."venteliste__ventende@number"
              WHEN NOT (
                cells."venteliste__ventende@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS venteliste__ventende
      FROM (VALUES
        (
          CAST('2024-10-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(19997 AS BIGINT),
          CAST(20089 AS BIGINT)
        ),
        (
          CAST('2025-01-01' AS DATE),
          CAST('2025-04-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20179 AS BIGINT)
        ),
        (
          CAST('2025-04-01' AS DATE),
          CAST('2025-07-01' AS DATE),
          CAST(20179 AS BIGINT),
          CAST(20270 AS BIGINT)
        ),
        (
          CAST('2025-07-01' AS DATE),
          CAST('2025-10-01' AS DATE),
          CAST(20270 AS BIGINT),
          CAST(20362 AS BIGINT)
        )) AS "venteliste.@periods"(begins, high, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
          SUM(events."venteliste__ventedage@number") AS "venteliste__ventedage@number",
          SUM(events."venteliste__ventedage@reckoned") AS "venteliste__ventedage@reckoned",
          SUM(events."venteliste__ventende@number") AS "venteliste__ventende@number"
        FROM (
          SELECT
            "@event",
            "venteliste__ventedage@number",
            "venteliste__ventedage@reckoned",
            "venteliste__ventende@number"
          FROM (
            SELECT
              venteliste.start AS "@event",
              COUNT(*) AS "venteliste__ventedage@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), venteliste.start)) AS "venteliste__ventedage@reckoned",
              COUNT(*) AS "venteliste__ventende@number"
            FROM demo.main.venteliste AS venteliste
            WHERE
              venteliste.start < $1
              AND (
                (
                  venteliste.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    venteliste.start < venteliste.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"venteliste__ventedage@number" AS "venteliste__ventedage@number",
            -"venteliste__ventedage@reckoned" AS "venteliste__ventedage@reckoned",
            -"venteliste__ventende@number" AS "venteliste__ventende@number"
          FROM (
            SELECT
              venteliste.slut AS "@event",
              COUNT(*) AS "venteliste__ventedage@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), venteliste.start)) AS "venteliste__ventedage@reckoned",
              COUNT(*) AS "venteliste__ventende@number"
            FROM demo.main.venteliste AS venteliste
            WHERE
              (
                venteliste.start < $1 AND (
                  venteliste.slut < $1
                )
              )
              AND (
                (
                  venteliste.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    venteliste.start < venteliste.slut
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
    ) AS venteliste__ventedage
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ventelister__periode__quarter ASC
LIMIT 10001
