SELECT
  udredninger__maalgruppe AS "udredninger.maalgruppe",
  udredninger__periode__year AS "udredninger.periode.year",
  CAST(udredning__udredte_borgere AS BIGINT) AS "udredninger.udredte_borgere",
  CAST(udredning__forbedrede_borgere AS BIGINT) AS "udredninger.forbedrede_borgere",
  CAST(udredning__forvaerrede_borgere AS BIGINT) AS "udredninger.forvaerrede_borgere",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(udredning__forbedrede_borgere AS INT128) * 100
    ) * 10,
    CAST(udredning__genudredte_borgere AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "udredninger.andel_forbedrede"
FROM (
  SELECT
    facts.udredninger__maalgruppe,
    facts.udredninger__periode__year,
    COALESCE(MAX(facts.udredning__udredte_borgere), 0) AS udredning__udredte_borgere,
    COALESCE(MAX(facts.udredning__forbedrede_borgere), 0) AS udredning__forbedrede_borgere,
    COALESCE(MAX(facts.udredning__forvaerrede_borgere), 0) AS udredning__forvaerrede_borgere,
    COALESCE(MAX(facts.udredning__genudredte_borgere), 0) AS udredning__genudredte_borgere
  FROM (
    SELECT
      udredninger__maalgruppe,
      udredninger__periode__year,
      udredning__udredte_borgere,
      NULL AS udredning__forbedrede_borgere,
      NULL AS udredning__forvaerrede_borgere,
      NULL AS udredning__genudredte_borgere
    FROM (
      SELECT
        cells.udredninger__maalgruppe,
        "udredning.@periods".begins AS udredninger__periode__year,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "udredning.@periods".high
              THEN cells."udredning__udredte_borgere@number"
              WHEN NOT (
                cells."udredning__udredte_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS udredning__udredte_borgere
      FROM (
        SELECT
          events.udredninger__maalgruppe,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."udredning__udredte_borgere@number") AS "udredning__udredte_borgere@number"
        FROM (
          SELECT
            udredninger__maalgruppe,
            "@event",
            "udredning__udredte_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__udredte_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            udredninger__maalgruppe,
            "@event",
            -"udredning__udredte_borgere@number" AS "udredning__udredte_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__udredte_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
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
        (CAST('2024-01-01' AS DATE), CAST('2025-01-01' AS DATE)),
        (CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "udredning.@periods"(begins, high)
      GROUP BY
        1,
        2
    ) AS udredning__udredte_borgere
    UNION ALL
    SELECT
      udredninger__maalgruppe,
      udredninger__periode__year,
      NULL AS udredning__udredte_borgere,
      udredning__forbedrede_borgere,
      NULL AS udredning__forvaerrede_borgere,
      NULL AS udredning__genudredte_borgere
    FROM (
      SELECT
        cells.udredninger__maalgruppe,
        "udredning.@periods".begins AS udredninger__periode__year,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "udredning.@periods".high
              THEN cells."udredning__forbedrede_borgere@number"
              WHEN NOT (
                cells."udredning__forbedrede_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS udredning__forbedrede_borgere
      FROM (
        SELECT
          events.udredninger__maalgruppe,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."udredning__forbedrede_borgere@number") AS "udredning__forbedrede_borgere@number"
        FROM (
          SELECT
            udredninger__maalgruppe,
            "@event",
            "udredning__forbedrede_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__forbedrede_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL
                    AND (
                      (
                        udredning.udvikling = 'forøget'
                      )
                    )
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            udredninger__maalgruppe,
            "@event",
            -"udredning__forbedrede_borgere@number" AS "udredning__forbedrede_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__forbedrede_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL
                    AND (
                      (
                        udredning.udvikling = 'forøget'
                      )
                    )
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
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
        (CAST('2024-01-01' AS DATE), CAST('2025-01-01' AS DATE)),
        (CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "udredning.@periods"(begins, high)
      GROUP BY
        1,
        2
    ) AS udredning__forbedrede_borgere
    UNION ALL
    SELECT
      udredninger__maalgruppe,
      udredninger__periode__year,
      NULL AS udredning__udredte_borgere,
      NULL AS udredning__forbedrede_borgere,
      udredning__forvaerrede_borgere,
      NULL AS udredning__genudredte_borgere
    FROM (
      SELECT
        cells.udredninger__maalgruppe,
        "udredning.@periods".begins AS udredninger__periode__year,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "udredning.@periods".high
              THEN cells."udredning__forvaerrede_borgere@number"
              WHEN NOT (
                cells."udredning__forvaerrede_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS udredning__forvaerrede_borgere
      FROM (
        SELECT
          events.udredninger__maalgruppe,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."udredning__forvaerrede_borgere@number") AS "udredning__forvaerrede_borgere@number"
        FROM (
          SELECT
            udredninger__maalgruppe,
            "@event",
            "udredning__forvaerrede_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__forvaerrede_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL
                    AND (
                      (
                        udredning.udvikling = 'reduceret'
                      )
                    )
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            udredninger__maalgruppe,
            "@event",
            -"udredning__forvaerrede_borgere@number" AS "udredning__forvaerrede_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__forvaerrede_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL
                    AND (
                      (
                        udredning.udvikling = 'reduceret'
                      )
                    )
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
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
        (CAST('2024-01-01' AS DATE), CAST('2025-01-01' AS DATE)),
        (CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "udredning.@periods"(begins, high)
      GROUP BY
        1,
        2
    ) AS udredning__forvaerrede_borgere
    UNION ALL
    SELECT
      udredninger__maalgruppe,
      udredninger__periode__year,
      NULL AS udredning__udredte_borgere,
      NULL AS udredning__forbedrede_borgere,
      NULL AS udredning__forvaerrede_borgere,
      udredning__genudredte_borgere
    FROM (
      SELECT
        cells.udredninger__maalgruppe,
        "udredning.@periods".begins AS udredninger__periode__year,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "udredning.@periods".high
              THEN cells."udredning__genudredte_borgere@number"
              WHEN NOT (
                cells."udredning__genudredte_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS udredning__genudredte_borgere
      FROM (
        SELECT
          events.udredninger__maalgruppe,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."udredning__genudredte_borgere@number") AS "udredning__genudredte_borgere@number"
        FROM (
          SELECT
            udredninger__maalgruppe,
            "@event",
            "udredning__genudredte_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__genudredte_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL AND (
                      (
                        udredning.nummer > 1
                      )
                    )
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            udredninger__maalgruppe,
            "@event",
            -"udredning__genudredte_borgere@number" AS "udredning__genudredte_borgere@number"
          FROM (
            SELECT
              ".udredninger__maalgruppe" AS udredninger__maalgruppe,
              udredning."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                udredning."@counted") AS "udredning__genudredte_borgere@number"
            FROM (
              SELECT
                ".udredninger__maalgruppe",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".udredninger__maalgruppe", ".person", "@counted"
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
                  udredning.maalgruppe AS ".udredninger__maalgruppe",
                  udredning.borger_id AS ".person",
                  (
                    NOT udredning.borger_id IS NULL AND (
                      (
                        udredning.nummer > 1
                      )
                    )
                  ) AS "@counted",
                  udredning.start AS ".first",
                  COALESCE(udredning.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.udredning AS udredning
                WHERE
                  udredning.start < $1
                  AND (
                    (
                      udredning.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.start < udredning.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        udredning.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS udredning
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
        (CAST('2024-01-01' AS DATE), CAST('2025-01-01' AS DATE)),
        (CAST('2025-01-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "udredning.@periods"(begins, high)
      GROUP BY
        1,
        2
    ) AS udredning__genudredte_borgere
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  udredninger__periode__year ASC,
  CASE udredninger__maalgruppe
    WHEN 'sindslidelse'
    THEN 0
    WHEN 'udviklingshandicap'
    THEN 1
    WHEN 'autisme'
    THEN 2
    WHEN 'erhvervet hjerneskade'
    THEN 3
    WHEN 'misbrug'
    THEN 4
    WHEN 'hjemløshed'
    THEN 5
    WHEN 'vold i nære relationer'
    THEN 6
  END ASC,
  udredninger__maalgruppe ASC
LIMIT 10001
