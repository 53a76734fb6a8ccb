SELECT
  CAST(ophold__borgere_herberg_krisecenter AS BIGINT) AS "botilbud.borgere_herberg_krisecenter",
  CAST(ophold__aktive_borgere AS BIGINT) AS "botilbud.aktive_borgere"
FROM (
  SELECT
    COALESCE(MAX(facts.ophold__borgere_herberg_krisecenter), 0) AS ophold__borgere_herberg_krisecenter,
    COALESCE(MAX(facts.ophold__aktive_borgere), 0) AS ophold__aktive_borgere
  FROM (
    SELECT
      ophold__borgere_herberg_krisecenter,
      NULL AS ophold__aktive_borgere
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__borgere_herberg_krisecenter@number"
              WHEN NOT (
                cells."ophold__borgere_herberg_krisecenter@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__borgere_herberg_krisecenter
      FROM (VALUES
        (CAST('2025-10-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "ophold.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__borgere_herberg_krisecenter@number") AS "ophold__borgere_herberg_krisecenter@number"
        FROM (
          SELECT
            "@event",
            "ophold__borgere_herberg_krisecenter@number"
          FROM (
            SELECT
              ophold."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__borgere_herberg_krisecenter@number"
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
                  ophold.borger_id AS ".person",
                  (
                    NOT ophold.borger_id IS NULL
                    AND (
                      (
                        "ophold.tilbud".paragraf IN ('109', '110')
                      )
                    )
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ophold AS ophold
                LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
                  ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
            -"ophold__borgere_herberg_krisecenter@number" AS "ophold__borgere_herberg_krisecenter@number"
          FROM (
            SELECT
              ophold."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__borgere_herberg_krisecenter@number"
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
                  ophold.borger_id AS ".person",
                  (
                    NOT ophold.borger_id IS NULL
                    AND (
                      (
                        "ophold.tilbud".paragraf IN ('109', '110')
                      )
                    )
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ophold AS ophold
                LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
                  ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
    ) AS ophold__borgere_herberg_krisecenter
    UNION ALL
    SELECT
      NULL AS ophold__borgere_herberg_krisecenter,
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
        (CAST('2025-10-01' AS DATE), CAST('2025-10-01' AS DATE))) AS "ophold.@periods"(begins, high)
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
                  ophold.borger_id AS ".person",
                  (
                    NOT ophold.borger_id IS NULL
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
                  ophold.borger_id AS ".person",
                  (
                    NOT ophold.borger_id IS NULL
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
    ) AS ophold__aktive_borgere
  ) AS facts
) AS core
ORDER BY
  ophold__borgere_herberg_krisecenter DESC
LIMIT 10001
