SELECT
  ophold__art AS "ophold.art",
  CAST(ophold__art__subtotal AS BOOLEAN) AS "ophold.art__subtotal",
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__periode__month__subtotal AS BOOLEAN) AS "ophold.periode.month__subtotal",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__nye_borgere AS BIGINT) AS "ophold.nye_borgere",
  CAST(ophold__doegn AS BIGINT) AS "ophold.doegn"
FROM (
  SELECT
    facts.ophold__art,
    facts.ophold__periode__month,
    facts.ophold__art__subtotal,
    facts.ophold__periode__month__subtotal,
    COALESCE(MAX(facts.ophold__aktive), 0) AS ophold__aktive,
    COALESCE(MAX(facts.ophold__nye_borgere), 0) AS ophold__nye_borgere,
    MAX(facts.ophold__doegn) AS ophold__doegn
  FROM (
    SELECT
      ophold__art,
      ophold__periode__month,
      ophold__art__subtotal,
      ophold__periode__month__subtotal,
      ophold__aktive,
      NULL AS ophold__nye_borgere,
      NULL AS ophold__doegn
    FROM (
      SELECT
        *
      FROM (
        SELECT
          ophold__art,
          ophold__periode__month,
          0 AS ophold__art__subtotal,
          0 AS ophold__periode__month__subtotal,
          ophold__aktive
        FROM (
          SELECT
            cells.ophold__art,
            "ophold.@periods".begins AS ophold__periode__month,
            CAST(COALESCE(
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
            ) AS BIGINT) AS ophold__aktive
          FROM (
            SELECT
              events.ophold__art,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."ophold__aktive@number") AS "ophold__aktive@number"
            FROM (
              SELECT
                ophold__art,
                "@event",
                "ophold__aktive@number"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                ophold__art,
                "@event",
                -"ophold__aktive@number" AS "ophold__aktive@number"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
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
            (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE)),
            (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE)),
            (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE))) AS "ophold.@periods"(begins, high)
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          ophold__art,
          NULL AS ophold__periode__month,
          0 AS ophold__art__subtotal,
          1 AS ophold__periode__month__subtotal,
          ophold__aktive
        FROM (
          SELECT
            cells.ophold__art,
            CAST(COALESCE(
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
            ) AS BIGINT) AS ophold__aktive
          FROM (
            SELECT
              events.ophold__art,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."ophold__aktive@number") AS "ophold__aktive@number"
            FROM (
              SELECT
                ophold__art,
                "@event",
                "ophold__aktive@number"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                ophold__art,
                "@event",
                -"ophold__aktive@number" AS "ophold__aktive@number"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
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
            (CAST('2024-01-01' AS DATE), CAST('2024-04-01' AS DATE))) AS "ophold.@periods"(begins, high)
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS ophold__art,
          NULL AS ophold__periode__month,
          1 AS ophold__art__subtotal,
          1 AS ophold__periode__month__subtotal,
          ophold__aktive
        FROM (
          SELECT
            CAST(COALESCE(
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
            ) AS BIGINT) AS ophold__aktive
          FROM (VALUES
            (CAST('2024-01-01' AS DATE), CAST('2024-04-01' AS DATE))) AS "ophold.@periods"(begins, high)
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
        ) AS level
      ) AS levels
    ) AS ophold__aktive
    UNION ALL
    SELECT
      ophold__art,
      ophold__periode__month,
      ophold__art__subtotal,
      ophold__periode__month__subtotal,
      NULL AS ophold__aktive,
      ophold__nye_borgere,
      NULL AS ophold__doegn
    FROM (
      SELECT
        *
      FROM (
        SELECT
          ophold__art,
          ophold__periode__month,
          0 AS ophold__art__subtotal,
          0 AS ophold__periode__month__subtotal,
          ophold__nye_borgere
        FROM (
          SELECT
            cells.ophold__art,
            "ophold.@periods".begins AS ophold__periode__month,
            CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" = "ophold.@periods".begins
                  THEN cells."ophold__nye_borgere@number"
                  WHEN NOT (
                    cells."ophold__nye_borgere@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT) AS ophold__nye_borgere
          FROM (
            SELECT
              events.ophold__art,
              "ophold.@periods".begins AS "@event",
              COUNT(DISTINCT events."@person") AS "ophold__nye_borgere@number"
            FROM (
              SELECT
                ophold__art,
                "@event",
                "@person",
                "ophold__nye_borgere@number"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
                  ophold.start AS "@event",
                  ophold.borger AS "@person",
                  COUNT(*) AS "ophold__nye_borgere@number"
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2,
                  3
              ) AS side
            ) AS events
            INNER JOIN (VALUES
              (
                CAST('2024-01-01' AS DATE),
                CAST('2024-02-01' AS DATE),
                CAST('2024-01-01' AS DATE)
              ),
              (
                CAST('2024-02-01' AS DATE),
                CAST('2024-03-01' AS DATE),
                CAST('2024-02-01' AS DATE)
              ),
              (
                CAST('2024-03-01' AS DATE),
                CAST('2024-04-01' AS DATE),
                CAST('2024-03-01' AS DATE)
              )) AS "ophold.@periods"(begins, high, low)
              ON events."@event" >= "ophold.@periods".low
              AND events."@event" < "ophold.@periods".high
              AND events."ophold__nye_borgere@number" > 0
            GROUP BY
              1,
              2
          ) AS cells
          CROSS JOIN (VALUES
            (
              CAST('2024-01-01' AS DATE),
              CAST('2024-02-01' AS DATE),
              CAST('2024-01-01' AS DATE)
            ),
            (
              CAST('2024-02-01' AS DATE),
              CAST('2024-03-01' AS DATE),
              CAST('2024-02-01' AS DATE)
            ),
            (
              CAST('2024-03-01' AS DATE),
              CAST('2024-04-01' AS DATE),
              CAST('2024-03-01' AS DATE)
            )) AS "ophold.@periods"(begins, high, low)
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          ophold__art,
          NULL AS ophold__periode__month,
          0 AS ophold__art__subtotal,
          1 AS ophold__periode__month__subtotal,
          ophold__nye_borgere
        FROM (
          SELECT
            cells.ophold__art,
            CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" = "ophold.@periods".begins
                  THEN cells."ophold__nye_borgere@number"
                  WHEN NOT (
                    cells."ophold__nye_borgere@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT) AS ophold__nye_borgere
          FROM (
            SELECT
              events.ophold__art,
              "ophold.@periods".begins AS "@event",
              COUNT(DISTINCT events."@person") AS "ophold__nye_borgere@number"
            FROM (
              SELECT
                ophold__art,
                "@event",
                "@person",
                "ophold__nye_borgere@number"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
                  ophold.start AS "@event",
                  ophold.borger AS "@person",
                  COUNT(*) AS "ophold__nye_borgere@number"
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2,
                  3
              ) AS side
            ) AS events
            INNER JOIN (VALUES
              (
                CAST('2024-01-01' AS DATE),
                CAST('2024-04-01' AS DATE),
                CAST('2024-01-01' AS DATE)
              )) AS "ophold.@periods"(begins, high, low)
              ON events."@event" >= "ophold.@periods".low
              AND events."@event" < "ophold.@periods".high
              AND events."ophold__nye_borgere@number" > 0
            GROUP BY
              1,
              2
          ) AS cells
          CROSS JOIN (VALUES
            (
              CAST('2024-01-01' AS DATE),
              CAST('2024-04-01' AS DATE),
              CAST('2024-01-01' AS DATE)
            )) AS "ophold.@periods"(begins, high, low)
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS ophold__art,
          NULL AS ophold__periode__month,
          1 AS ophold__art__subtotal,
          1 AS ophold__periode__month__subtotal,
          ophold__nye_borgere
        FROM (
          SELECT
            CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" = "ophold.@periods".begins
                  THEN cells."ophold__nye_borgere@number"
                  WHEN NOT (
                    cells."ophold__nye_borgere@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT) AS ophold__nye_borgere
          FROM (VALUES
            (
              CAST('2024-01-01' AS DATE),
              CAST('2024-04-01' AS DATE),
              CAST('2024-01-01' AS DATE)
            )) AS "ophold.@periods"(begins, high, low)
          LEFT JOIN (
            SELECT
              "ophold.@periods".begins AS "@event",
              COUNT(DISTINCT events."@person") AS "ophold__nye_borgere@number"
            FROM (
              SELECT
                "@event",
                "@person",
                "ophold__nye_borgere@number"
              FROM (
                SELECT
                  ophold.start AS "@event",
                  ophold.borger AS "@person",
                  COUNT(*) AS "ophold__nye_borgere@number"
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
                  1,
                  2
              ) AS side
            ) AS events
            INNER JOIN (VALUES
              (
                CAST('2024-01-01' AS DATE),
                CAST('2024-04-01' AS DATE),
                CAST('2024-01-01' AS DATE)
              )) AS "ophold.@periods"(begins, high, low)
              ON events."@event" >= "ophold.@periods".low
              AND events."@event" < "ophold.@periods".high
              AND events."ophold__nye_borgere@number" > 0
            GROUP BY
              1
          ) AS cells
            ON TRUE
        ) AS level
      ) AS levels
    ) AS ophold__nye_borgere
    UNION ALL
    SELECT
      ophold__art,
      ophold__periode__month,
      ophold__art__subtotal,
      ophold__periode__month__subtotal,
      NULL AS ophold__aktive,
      NULL AS ophold__nye_borgere,
      ophold__doegn
    FROM (
      SELECT
        *
      FROM (
        SELECT
          ophold__art,
          ophold__periode__month,
          0 AS ophold__art__subtotal,
          0 AS ophold__periode__month__subtotal,
          ophold__doegn
        FROM (
          SELECT
            cells.ophold__art,
            "ophold.@periods".begins AS ophold__periode__month,
            CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128) AS ophold__doegn
          FROM (
            SELECT
              events.ophold__art,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."ophold__doegn@number") AS "ophold__doegn@number",
              SUM(events."ophold__doegn@reckoned") AS "ophold__doegn@reckoned"
            FROM (
              SELECT
                ophold__art,
                "@event",
                "ophold__doegn@number",
                "ophold__doegn@reckoned"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
                  ophold.start AS "@event",
                  COUNT(*) AS "ophold__doegn@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn@reckoned"
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                ophold__art,
                "@event",
                -"ophold__doegn@number" AS "ophold__doegn@number",
                -"ophold__doegn@reckoned" AS "ophold__doegn@reckoned"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
                  ophold.slut AS "@event",
                  COUNT(*) AS "ophold__doegn@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn@reckoned"
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
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
              CAST('2024-02-01' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(19754 AS BIGINT)
            ),
            (
              CAST('2024-02-01' AS DATE),
              CAST('2024-03-01' AS DATE),
              CAST('2024-02-01' AS DATE),
              CAST(19754 AS BIGINT),
              CAST(19783 AS BIGINT)
            ),
            (
              CAST('2024-03-01' AS DATE),
              CAST('2024-04-01' AS DATE),
              CAST('2024-03-01' AS DATE),
              CAST(19783 AS BIGINT),
              CAST(19814 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          ophold__art,
          NULL AS ophold__periode__month,
          0 AS ophold__art__subtotal,
          1 AS ophold__periode__month__subtotal,
          ophold__doegn
        FROM (
          SELECT
            cells.ophold__art,
            CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128) AS ophold__doegn
          FROM (
            SELECT
              events.ophold__art,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."ophold__doegn@number") AS "ophold__doegn@number",
              SUM(events."ophold__doegn@reckoned") AS "ophold__doegn@reckoned"
            FROM (
              SELECT
                ophold__art,
                "@event",
                "ophold__doegn@number",
                "ophold__doegn@reckoned"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
                  ophold.start AS "@event",
                  COUNT(*) AS "ophold__doegn@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn@reckoned"
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                ophold__art,
                "@event",
                -"ophold__doegn@number" AS "ophold__doegn@number",
                -"ophold__doegn@reckoned" AS "ophold__doegn@reckoned"
              FROM (
                SELECT
                  ophold.art AS ophold__art,
                  ophold.slut AS "@event",
                  COUNT(*) AS "ophold__doegn@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn@reckoned"
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
                  AND (
                    (
                      NOT (
                        ophold.slut >= CAST('2024-01-01' AS DATE)
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
              CAST('2024-04-01' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(19814 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS ophold__art,
          NULL AS ophold__periode__month,
          1 AS ophold__art__subtotal,
          1 AS ophold__periode__month__subtotal,
          ophold__doegn
        FROM (
          SELECT
            CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128) AS ophold__doegn
          FROM (VALUES
            (
              CAST('2024-01-01' AS DATE),
              CAST('2024-04-01' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(19814 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
          LEFT JOIN (
            SELECT
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."ophold__doegn@number") AS "ophold__doegn@number",
              SUM(events."ophold__doegn@reckoned") AS "ophold__doegn@reckoned"
            FROM (
              SELECT
                "@event",
                "ophold__doegn@number",
                "ophold__doegn@reckoned"
              FROM (
                SELECT
                  ophold.start AS "@event",
                  COUNT(*) AS "ophold__doegn@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn@reckoned"
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
                -"ophold__doegn@number" AS "ophold__doegn@number",
                -"ophold__doegn@reckoned" AS "ophold__doegn@reckoned"
              FROM (
                SELECT
                  ophold.slut AS "@event",
                  COUNT(*) AS "ophold__doegn@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn@reckoned"
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
        ) AS level
      ) AS levels
    ) AS ophold__doegn
  ) AS facts
  GROUP BY
    1,
    2,
    3,
    4
) AS core
ORDER BY
  ophold__periode__month__subtotal ASC,
  ophold__periode__month ASC,
  ophold__art__subtotal ASC,
  ophold__art ASC
LIMIT 10001
