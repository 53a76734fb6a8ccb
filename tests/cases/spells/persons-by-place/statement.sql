SELECT
  ophold__kode AS "ophold.kode",
  CAST(ophold__kode__subtotal AS BOOLEAN) AS "ophold.kode__subtotal",
  CAST(ophold__aktive_borgere AS BIGINT) AS "ophold.aktive_borgere",
  CAST(ophold__borgerdoegn AS BIGINT) AS "ophold.borgerdoegn"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__kode__subtotal,
    COALESCE(MAX(facts.ophold__aktive_borgere), 0) AS ophold__aktive_borgere,
    COALESCE(MAX(facts.ophold__borgerdoegn), 0) AS ophold__borgerdoegn
  FROM (
    SELECT
      ophold__kode,
      ophold__kode__subtotal,
      ophold__aktive_borgere,
      NULL AS ophold__borgerdoegn
    FROM (
      SELECT
        *
      FROM (
        SELECT
          ophold__kode,
          0 AS ophold__kode__subtotal,
          ophold__aktive_borgere
        FROM (
          SELECT
            cells.ophold__kode,
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
              ophold__kode,
              "@event",
              "ophold__aktive_borgere@number"
            FROM (
              SELECT
                ".ophold__kode" AS ophold__kode,
                ophold."@begins" AS "@event",
                COUNT(*) FILTER(WHERE
                  ophold."@counted") AS "ophold__aktive_borgere@number"
              FROM (
                SELECT
                  ".ophold__kode",
                  GREATEST(
                    ".first",
                    COALESCE(
                      MAX("@ends") OVER (
                        PARTITION BY ".ophold__kode", ".person", "@counted"
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
                    ophold.tilbud AS ".ophold__kode",
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
                    AND (
                      (
                        NOT (
                          ophold.slut >= CAST('2024-01-15' AS DATE)
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
              ophold__kode,
              "@event",
              -"ophold__aktive_borgere@number" AS "ophold__aktive_borgere@number"
            FROM (
              SELECT
                ".ophold__kode" AS ophold__kode,
                ophold."@ends" AS "@event",
                COUNT(*) FILTER(WHERE
                  ophold."@counted") AS "ophold__aktive_borgere@number"
              FROM (
                SELECT
                  ".ophold__kode",
                  GREATEST(
                    ".first",
                    COALESCE(
                      MAX("@ends") OVER (
                        PARTITION BY ".ophold__kode", ".person", "@counted"
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
                    ophold.tilbud AS ".ophold__kode",
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
                    AND (
                      (
                        NOT (
                          ophold.slut >= CAST('2024-01-15' AS DATE)
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
          ) AS cells
          CROSS JOIN (VALUES
            (CAST('2024-01-15' AS DATE), CAST('2024-02-16' AS DATE))) AS "ophold.@periods"(begins, high)
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS ophold__kode,
          1 AS ophold__kode__subtotal,
          ophold__aktive_borgere
        FROM (
          SELECT
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
            (CAST('2024-01-15' AS DATE), CAST('2024-02-16' AS DATE))) AS "ophold.@periods"(begins, high)
          LEFT JOIN (
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
          ) AS cells
            ON TRUE
        ) AS level
      ) AS levels
    ) AS ophold__aktive_borgere
    UNION ALL
    SELECT
      ophold__kode,
      ophold__kode__subtotal,
      NULL AS ophold__aktive_borgere,
      ophold__borgerdoegn
    FROM (
      SELECT
        *
      FROM (
        SELECT
          ophold__kode,
          0 AS ophold__kode__subtotal,
          ophold__borgerdoegn
        FROM (
          SELECT
            cells.ophold__kode,
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
          FROM (
            SELECT
              ophold__kode,
              "@event",
              "ophold__borgerdoegn@number",
              "ophold__borgerdoegn@reckoned"
            FROM (
              SELECT
                ".ophold__kode" AS ophold__kode,
                ophold."@begins" AS "@event",
                COUNT(*) FILTER(WHERE
                  ophold."@counted") AS "ophold__borgerdoegn@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold."@begins")) FILTER(WHERE
                  ophold."@counted") AS "ophold__borgerdoegn@reckoned"
              FROM (
                SELECT
                  ".ophold__kode",
                  GREATEST(
                    ".first",
                    COALESCE(
                      MAX("@ends") OVER (
                        PARTITION BY ".ophold__kode", ".person", "@counted"
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
                    ophold.tilbud AS ".ophold__kode",
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
                    AND (
                      (
                        NOT (
                          ophold.slut >= CAST('2024-01-15' AS DATE)
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
              ophold__kode,
              "@event",
              -"ophold__borgerdoegn@number" AS "ophold__borgerdoegn@number",
              -"ophold__borgerdoegn@reckoned" AS "ophold__borgerdoegn@reckoned"
            FROM (
              SELECT
                ".ophold__kode" AS ophold__kode,
                ophold."@ends" AS "@event",
                COUNT(*) FILTER(WHERE
                  ophold."@counted") AS "ophold__borgerdoegn@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold."@ends")) FILTER(WHERE
                  ophold."@counted") AS "ophold__borgerdoegn@reckoned"
              FROM (
                SELECT
                  ".ophold__kode",
                  GREATEST(
                    ".first",
                    COALESCE(
                      MAX("@ends") OVER (
                        PARTITION BY ".ophold__kode", ".person", "@counted"
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
                    ophold.tilbud AS ".ophold__kode",
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
                    AND (
                      (
                        NOT (
                          ophold.slut >= CAST('2024-01-15' AS DATE)
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
          ) AS cells
          CROSS JOIN (VALUES
            (
              CAST('2024-01-15' AS DATE),
              CAST('2024-02-16' AS DATE),
              CAST('2024-01-15' AS DATE),
              CAST(19737 AS BIGINT),
              CAST(19769 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS ophold__kode,
          1 AS ophold__kode__subtotal,
          ophold__borgerdoegn
        FROM (
          SELECT
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
              CAST('2024-01-15' AS DATE),
              CAST('2024-02-16' AS DATE),
              CAST('2024-01-15' AS DATE),
              CAST(19737 AS BIGINT),
              CAST(19769 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
          LEFT JOIN (
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
          ) AS cells
            ON TRUE
        ) AS level
      ) AS levels
    ) AS ophold__borgerdoegn
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ophold__kode__subtotal ASC,
  ophold__kode ASC
LIMIT 10001
