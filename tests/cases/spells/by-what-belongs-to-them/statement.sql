SELECT
  tillaeg__art AS "tillaeg.art",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__udgift AS DECIMAL(38, 2)) AS "ophold.udgift",
  CAST(ophold__aktive_borgere AS BIGINT) AS "ophold.aktive_borgere"
FROM (
  SELECT
    facts.tillaeg__art,
    COALESCE(MAX(facts.ophold__aktive), 0) AS ophold__aktive,
    MAX(facts.ophold__udgift) AS ophold__udgift,
    COALESCE(MAX(facts.ophold__aktive_borgere), 0) AS ophold__aktive_borgere
  FROM (
    SELECT
      tillaeg__art,
      ophold__aktive,
      NULL AS ophold__udgift,
      NULL AS ophold__aktive_borgere
    FROM (
      SELECT
        cells.tillaeg__art,
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
          events.tillaeg__art,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__aktive@number") AS "ophold__aktive@number"
        FROM (
          SELECT
            tillaeg__art,
            "@event",
            "ophold__aktive@number"
          FROM (
            SELECT
              once.tillaeg__art,
              once."@event",
              COUNT(*) AS "ophold__aktive@number"
            FROM demo.main.ophold AS ophold
            INNER JOIN (
              SELECT DISTINCT
                "ophold.<tillaeg.ophold".art AS tillaeg__art,
                ophold.start AS "@event",
                ophold.id AS ophold__key_0
              FROM demo.main.ophold AS ophold
              LEFT JOIN demo.main.tillaeg AS "ophold.<tillaeg.ophold"
                ON "ophold.<tillaeg.ophold".ophold = ophold.id
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
            ) AS once
              ON once.ophold__key_0 = ophold.id
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            tillaeg__art,
            "@event",
            -"ophold__aktive@number" AS "ophold__aktive@number"
          FROM (
            SELECT
              once.tillaeg__art,
              once."@event",
              COUNT(*) AS "ophold__aktive@number"
            FROM demo.main.ophold AS ophold
            INNER JOIN (
              SELECT DISTINCT
                "ophold.<tillaeg.ophold".art AS tillaeg__art,
                ophold.slut AS "@event",
                ophold.id AS ophold__key_0
              FROM demo.main.ophold AS ophold
              LEFT JOIN demo.main.tillaeg AS "ophold.<tillaeg.ophold"
                ON "ophold.<tillaeg.ophold".ophold = ophold.id
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
            ) AS once
              ON once.ophold__key_0 = ophold.id
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
        (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE))) AS "ophold.@periods"(begins, high)
      GROUP BY
        1
    ) AS ophold__aktive
    UNION ALL
    SELECT
      tillaeg__art,
      NULL AS ophold__aktive,
      ophold__udgift,
      NULL AS ophold__aktive_borgere
    FROM (
      SELECT
        cells.tillaeg__art,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ophold__udgift
      FROM (
        SELECT
          events.tillaeg__art,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__udgift@number") AS "ophold__udgift@number",
          SUM(events."ophold__udgift@reckoned") AS "ophold__udgift@reckoned"
        FROM (
          SELECT
            tillaeg__art,
            "@event",
            "ophold__udgift@number",
            "ophold__udgift@reckoned"
          FROM (
            SELECT
              once.tillaeg__art,
              once."@event",
              SUM(ophold.takst) AS "ophold__udgift@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
              )) AS "ophold__udgift@reckoned"
            FROM demo.main.ophold AS ophold
            INNER JOIN (
              SELECT DISTINCT
                "ophold.<tillaeg.ophold".art AS tillaeg__art,
                ophold.start AS "@event",
                ophold.id AS ophold__key_0
              FROM demo.main.ophold AS ophold
              LEFT JOIN demo.main.tillaeg AS "ophold.<tillaeg.ophold"
                ON "ophold.<tillaeg.ophold".ophold = ophold.id
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
            ) AS once
              ON once.ophold__key_0 = ophold.id
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            tillaeg__art,
            "@event",
            -"ophold__udgift@number" AS "ophold__udgift@number",
            -"ophold__udgift@reckoned" AS "ophold__udgift@reckoned"
          FROM (
            SELECT
              once.tillaeg__art,
              once."@event",
              SUM(ophold.takst) AS "ophold__udgift@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
              )) AS "ophold__udgift@reckoned"
            FROM demo.main.ophold AS ophold
            INNER JOIN (
              SELECT DISTINCT
                "ophold.<tillaeg.ophold".art AS tillaeg__art,
                ophold.slut AS "@event",
                ophold.id AS ophold__key_0
              FROM demo.main.ophold AS ophold
              LEFT JOIN demo.main.tillaeg AS "ophold.<tillaeg.ophold"
                ON "ophold.<tillaeg.ophold".ophold = ophold.id
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
            ) AS once
              ON once.ophold__key_0 = ophold.id
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
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS ophold__udgift
    UNION ALL
    SELECT
      tillaeg__art,
      NULL AS ophold__aktive,
      NULL AS ophold__udgift,
      ophold__aktive_borgere
    FROM (
      SELECT
        cells.tillaeg__art,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive_borgere@number"
              WHEN NOT (
                cells."ophold__aktive_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive_borgere
      FROM (
        SELECT
          events.tillaeg__art,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__aktive_borgere@number") AS "ophold__aktive_borgere@number"
        FROM (
          SELECT
            tillaeg__art,
            "@event",
            "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ".tillaeg__art" AS tillaeg__art,
              ophold."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere@number"
            FROM (
              SELECT
                ".tillaeg__art",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".tillaeg__art", ".person", "@counted"
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
                  "ophold.<tillaeg.ophold".art AS ".tillaeg__art",
                  ophold.borger AS ".person",
                  (
                    NOT ophold.borger IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ophold AS ophold
                LEFT JOIN demo.main.tillaeg AS "ophold.<tillaeg.ophold"
                  ON "ophold.<tillaeg.ophold".ophold = ophold.id
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
              ) AS spells
            ) AS ophold
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            tillaeg__art,
            "@event",
            -"ophold__aktive_borgere@number" AS "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ".tillaeg__art" AS tillaeg__art,
              ophold."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere@number"
            FROM (
              SELECT
                ".tillaeg__art",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".tillaeg__art", ".person", "@counted"
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
                  "ophold.<tillaeg.ophold".art AS ".tillaeg__art",
                  ophold.borger AS ".person",
                  (
                    NOT ophold.borger IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ophold AS ophold
                LEFT JOIN demo.main.tillaeg AS "ophold.<tillaeg.ophold"
                  ON "ophold.<tillaeg.ophold".ophold = ophold.id
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
              ) AS spells
            ) AS ophold
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
        (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE))) AS "ophold.@periods"(begins, high)
      GROUP BY
        1
    ) AS ophold__aktive_borgere
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  tillaeg__art ASC
LIMIT 10001
