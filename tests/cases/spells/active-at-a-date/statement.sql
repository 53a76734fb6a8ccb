SELECT
  ophold__art AS "ophold.art",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__aktive_borgere AS BIGINT) AS "ophold.aktive_borgere"
FROM (
  SELECT
    facts.ophold__art,
    COALESCE(MAX(facts.ophold__aktive), 0) AS ophold__aktive,
    COALESCE(MAX(facts.ophold__aktive_borgere), 0) AS ophold__aktive_borgere
  FROM (
    SELECT
      ophold__art,
      ophold__aktive,
      NULL AS ophold__aktive_borgere
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
                  ophold.slut >= CAST('2024-02-29' AS DATE)
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
                  ophold.slut >= CAST('2024-02-29' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2
        ) AS side
      ) AS cells
      CROSS JOIN (VALUES
        (CAST('2024-02-29' AS DATE), CAST('2024-03-01' AS DATE))) AS "ophold.@periods"(begins, high)
      GROUP BY
        1
    ) AS ophold__aktive
    UNION ALL
    SELECT
      ophold__art,
      NULL AS ophold__aktive,
      ophold__aktive_borgere
    FROM (
      SELECT
        cells.ophold__art,
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
          ophold__art,
          "@event",
          "ophold__aktive_borgere@number"
        FROM (
          SELECT
            ".ophold__art" AS ophold__art,
            ophold."@begins" AS "@event",
            COUNT(*) FILTER(WHERE
              ophold."@counted") AS "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ".ophold__art",
              GREATEST(
                ".first",
                COALESCE(
                  MAX("@ends") OVER (
                    PARTITION BY ".ophold__art", ".person", "@counted"
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
                ophold.art AS ".ophold__art",
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
                      ophold.slut >= CAST('2024-02-29' AS DATE)
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
          ophold__art,
          "@event",
          -"ophold__aktive_borgere@number" AS "ophold__aktive_borgere@number"
        FROM (
          SELECT
            ".ophold__art" AS ophold__art,
            ophold."@ends" AS "@event",
            COUNT(*) FILTER(WHERE
              ophold."@counted") AS "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ".ophold__art",
              GREATEST(
                ".first",
                COALESCE(
                  MAX("@ends") OVER (
                    PARTITION BY ".ophold__art", ".person", "@counted"
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
                ophold.art AS ".ophold__art",
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
                      ophold.slut >= CAST('2024-02-29' AS DATE)
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
        (CAST('2024-02-29' AS DATE), CAST('2024-03-01' AS DATE))) AS "ophold.@periods"(begins, high)
      GROUP BY
        1
    ) AS ophold__aktive_borgere
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__art ASC
LIMIT 10001
