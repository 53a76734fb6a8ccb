SELECT
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__aktive_borgere AS BIGINT) AS "ophold.aktive_borgere",
  CAST(ophold__borgerdoegn AS BIGINT) AS "ophold.borgerdoegn",
  CAST(ophold__nye_borgere AS BIGINT) AS "ophold.nye_borgere",
  CAST(ophold__afsluttede_borgere AS BIGINT) AS "ophold.afsluttede_borgere"
FROM (
  SELECT
    facts.ophold__periode__month,
    COALESCE(MAX(facts.ophold__aktive), 0) AS ophold__aktive,
    COALESCE(MAX(facts.ophold__aktive_borgere), 0) AS ophold__aktive_borgere,
    COALESCE(MAX(facts.ophold__borgerdoegn), 0) AS ophold__borgerdoegn,
    COALESCE(MAX(facts.ophold__nye_borgere), 0) AS ophold__nye_borgere,
    COALESCE(MAX(facts.ophold__afsluttede_borgere), 0) AS ophold__afsluttede_borgere
  FROM (
    SELECT
      ophold__periode__month,
      ophold__aktive,
      NULL AS ophold__aktive_borgere,
      NULL AS ophold__borgerdoegn,
      NULL AS ophold__nye_borgere,
      NULL AS ophold__afsluttede_borgere
    FROM (
      SELECT
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
      FROM (VALUES
        (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE)),
        (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE)),
        (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE)),
        (CAST('2024-04-01' AS DATE), CAST('2024-05-01' AS DATE)),
        (CAST('2024-05-01' AS DATE), CAST('2024-06-01' AS DATE))) AS "ophold.@periods"(begins, high)
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
      ophold__aktive_borgere,
      NULL AS ophold__borgerdoegn,
      NULL AS ophold__nye_borgere,
      NULL AS ophold__afsluttede_borgere
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__month,
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
      FROM (VALUES
        (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE)),
        (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE)),
        (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE)),
        (CAST('2024-04-01' AS DATE), CAST('2024-05-01' AS DATE)),
        (CAST('2024-05-01' AS DATE), CAST('2024-06-01' AS DATE))) AS "ophold.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__aktive_borgere@number") AS "ophold__aktive_borgere@number"
        FROM (
          SELECT
            "@event",
            "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ophold."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere@number"
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
                  ophold.borger AS ".person",
                  (
                    NOT ophold.borger IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
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
              ) AS spells
            ) AS ophold
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__aktive_borgere@number" AS "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ophold."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere@number"
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
                  ophold.borger AS ".person",
                  (
                    NOT ophold.borger IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
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
              ) AS spells
            ) AS ophold
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
    ) AS ophold__aktive_borgere
    UNION ALL
    SELECT
      ophold__periode__month,
      NULL AS ophold__aktive,
      NULL AS ophold__aktive_borgere,
      ophold__borgerdoegn,
      NULL AS ophold__nye_borgere,
      NULL AS ophold__afsluttede_borgere
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__month,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__borgerdoegn@number" - cells."ophold__borgerdoegn@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__borgerdoegn@number" - cells."ophold__borgerdoegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__borgerdoegn@number" - cells."ophold__borgerdoegn@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__borgerdoegn@number" - cells."ophold__borgerdoegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__borgerdoegn
      FROM (VALUES
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
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST(19814 AS BIGINT),
          CAST(19844 AS BIGINT)
        ),
        (
          CAST('2024-05-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST(19844 AS BIGINT),
          CAST(19875 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__borgerdoegn@number") AS "ophold__borgerdoegn@number",
          SUM(events."ophold__borgerdoegn@reckoned") AS "ophold__borgerdoegn@reckoned"
        FROM (
          SELECT
            "@event",
            "ophold__borgerdoegn@number",
            "ophold__borgerdoegn@reckoned"
          FROM (
            SELECT
              ophold."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__borgerdoegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold."@begins")) FILTER(WHERE
                ophold."@counted") AS "ophold__borgerdoegn@reckoned"
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
                  ophold.borger AS ".person",
                  (
                    NOT ophold.borger IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
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
              ) AS spells
            ) AS ophold
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__borgerdoegn@number" AS "ophold__borgerdoegn@number",
            -"ophold__borgerdoegn@reckoned" AS "ophold__borgerdoegn@reckoned"
          FROM (
            SELECT
              ophold."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__borgerdoegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold."@ends")) FILTER(WHERE
                ophold."@counted") AS "ophold__borgerdoegn@reckoned"
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
                  ophold.borger AS ".person",
                  (
                    NOT ophold.borger IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
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
              ) AS spells
            ) AS ophold
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
    ) AS ophold__borgerdoegn
    UNION ALL
    SELECT
      ophold__periode__month,
      NULL AS ophold__aktive,
      NULL AS ophold__aktive_borgere,
      NULL AS ophold__borgerdoegn,
      ophold__nye_borgere,
      NULL AS ophold__afsluttede_borgere
    FROM (
      SELECT
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
      FROM (VALUES
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
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST('2024-04-01' AS DATE)
        ),
        (
          CAST('2024-05-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST('2024-05-01' AS DATE)
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
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-04-01' AS DATE)
          ),
          (
            CAST('2024-05-01' AS DATE),
            CAST('2024-06-01' AS DATE),
            CAST('2024-05-01' AS DATE)
          )) AS "ophold.@periods"(begins, high, low)
          ON events."@event" >= "ophold.@periods".low
          AND events."@event" < "ophold.@periods".high
          AND events."ophold__nye_borgere@number" > 0
        GROUP BY
          1
      ) AS cells
        ON TRUE
      GROUP BY
        1
    ) AS ophold__nye_borgere
    UNION ALL
    SELECT
      ophold__periode__month,
      NULL AS ophold__aktive,
      NULL AS ophold__aktive_borgere,
      NULL AS ophold__borgerdoegn,
      NULL AS ophold__nye_borgere,
      ophold__afsluttede_borgere
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__month,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" = "ophold.@periods".begins
              THEN cells."ophold__afsluttede_borgere@number"
              WHEN NOT (
                cells."ophold__afsluttede_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__afsluttede_borgere
      FROM (VALUES
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
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST('2024-04-01' AS DATE)
        ),
        (
          CAST('2024-05-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST('2024-05-01' AS DATE)
        )) AS "ophold.@periods"(begins, high, low)
      LEFT JOIN (
        SELECT
          "ophold.@periods".begins AS "@event",
          COUNT(DISTINCT events."@person") AS "ophold__afsluttede_borgere@number"
        FROM (
          SELECT
            "@event",
            "@person",
            "ophold__afsluttede_borgere@number"
          FROM (
            SELECT
              ophold.slut AS "@event",
              ophold.borger AS "@person",
              COUNT(*) AS "ophold__afsluttede_borgere@number"
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
              1,
              2
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
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-04-01' AS DATE)
          ),
          (
            CAST('2024-05-01' AS DATE),
            CAST('2024-06-01' AS DATE),
            CAST('2024-05-01' AS DATE)
          )) AS "ophold.@periods"(begins, high, low)
          ON events."@event" >= "ophold.@periods".low
          AND events."@event" < "ophold.@periods".high
          AND events."ophold__afsluttede_borgere@number" > 0
        GROUP BY
          1
      ) AS cells
        ON TRUE
      GROUP BY
        1
    ) AS ophold__afsluttede_borgere
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__month ASC
LIMIT 10001
