SELECT
  ophold__periode__day AS "ophold.periode.day",
  CAST(ophold__doegn__in__ophold__doegn__sidste_aar AS BIGINT) AS "ophold.doegn__sidste_aar",
  CAST(ophold__aktive__in__ophold__aktive__sidste_aar AS BIGINT) AS "ophold.aktive__sidste_aar",
  CAST(ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar AS BIGINT) AS "ophold.aktive_borgere__sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ophold__periode__day,
      MAX(facts.ophold__doegn__in__ophold__doegn__sidste_aar) AS ophold__doegn__in__ophold__doegn__sidste_aar,
      CASE
        WHEN facts.ophold__periode__day <= CAST('2024-03-11 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__sidste_aar), 0)
      END AS ophold__aktive__in__ophold__aktive__sidste_aar,
      CASE
        WHEN facts.ophold__periode__day <= CAST('2024-03-11 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar), 0)
      END AS ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
    FROM (
      SELECT
        ophold__periode__day,
        ophold__doegn__in__ophold__doegn__sidste_aar,
        NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
        NULL AS ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__day,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
              WHEN NOT (
                "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".low
              THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
              WHEN NOT (
                "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS ophold__doegn__in__ophold__doegn__sidste_aar
        FROM (VALUES
          (
            CAST('2024-02-28' AS DATE),
            CAST('2023-03-01' AS DATE),
            CAST('2023-02-28' AS DATE),
            CAST(19416 AS BIGINT),
            CAST(19417 AS BIGINT)
          ),
          (
            CAST('2024-02-29' AS DATE),
            CAST('2023-03-01' AS DATE),
            CAST('2023-03-01' AS DATE),
            CAST(19417 AS BIGINT),
            CAST(19417 AS BIGINT)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2023-03-02' AS DATE),
            CAST('2023-03-01' AS DATE),
            CAST(19417 AS BIGINT),
            CAST(19418 AS BIGINT)
          ),
          (
            CAST('2024-03-02' AS DATE),
            CAST('2023-03-03' AS DATE),
            CAST('2023-03-02' AS DATE),
            CAST(19418 AS BIGINT),
            CAST(19419 AS BIGINT)
          ),
          (
            CAST('2024-03-03' AS DATE),
            CAST('2023-03-04' AS DATE),
            CAST('2023-03-03' AS DATE),
            CAST(19419 AS BIGINT),
            CAST(19420 AS BIGINT)
          ),
          (
            CAST('2024-03-04' AS DATE),
            CAST('2023-03-05' AS DATE),
            CAST('2023-03-04' AS DATE),
            CAST(19420 AS BIGINT),
            CAST(19421 AS BIGINT)
          ),
          (
            CAST('2024-03-05' AS DATE),
            CAST('2023-03-06' AS DATE),
            CAST('2023-03-05' AS DATE),
            CAST(19421 AS BIGINT),
            CAST(19422 AS BIGINT)
          ),
          (
            CAST('2024-03-06' AS DATE),
            CAST('2023-03-07' AS DATE),
            CAST('2023-03-06' AS DATE),
            CAST(19422 AS BIGINT),
            CAST(19423 AS BIGINT)
          ),
          (
            CAST('2024-03-07' AS DATE),
            CAST('2023-03-08' AS DATE),
            CAST('2023-03-07' AS DATE),
            CAST(19423 AS BIGINT),
            CAST(19424 AS BIGINT)
          ),
          (
            CAST('2024-03-08' AS DATE),
            CAST('2023-03-09' AS DATE),
            CAST('2023-03-08' AS DATE),
            CAST(19424 AS BIGINT),
            CAST(19425 AS BIGINT)
          ),
          (
            CAST('2024-03-09' AS DATE),
            CAST('2023-03-10' AS DATE),
            CAST('2023-03-09' AS DATE),
            CAST(19425 AS BIGINT),
            CAST(19426 AS BIGINT)
          ),
          (
            CAST('2024-03-10' AS DATE),
            CAST('2023-03-11' AS DATE),
            CAST('2023-03-10' AS DATE),
            CAST(19426 AS BIGINT),
            CAST(19427 AS BIGINT)
          ),
          (
            CAST('2024-03-11' AS DATE),
            CAST('2023-03-12' AS DATE),
            CAST('2023-03-11' AS DATE),
            CAST(19427 AS BIGINT),
            CAST(19428 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__doegn__in__ophold__doegn__sidste_aar@number",
            "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__doegn__sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.tilbud = $1 AND (
                  ophold.start < $2
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
          UNION ALL
          SELECT
            "@event",
            -"ophold__doegn__in__ophold__doegn__sidste_aar@number" AS "ophold__doegn__in__ophold__doegn__sidste_aar@number",
            -"ophold__doegn__in__ophold__doegn__sidste_aar@reckoned" AS "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__doegn__sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.tilbud = $1 AND (
                  ophold.start < $2
                ) AND (
                  ophold.slut < $2
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__doegn__in__ophold__doegn__sidste_aar
      UNION ALL
      SELECT
        ophold__periode__day,
        NULL AS ophold__doegn__in__ophold__doegn__sidste_aar,
        ophold__aktive__in__ophold__aktive__sidste_aar,
        NULL AS ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__day,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN cells."ophold__aktive__in__ophold__aktive__sidste_aar@number"
                WHEN NOT (
                  cells."ophold__aktive__in__ophold__aktive__sidste_aar@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS ophold__aktive__in__ophold__aktive__sidste_aar
        FROM (VALUES
          (CAST('2024-02-28' AS DATE), CAST('2023-03-01' AS DATE)),
          (CAST('2024-02-29' AS DATE), CAST('2023-03-01' AS DATE)),
          (CAST('2024-03-01' AS DATE), CAST('2023-03-02' AS DATE)),
          (CAST('2024-03-02' AS DATE), CAST('2023-03-03' AS DATE)),
          (CAST('2024-03-03' AS DATE), CAST('2023-03-04' AS DATE)),
          (CAST('2024-03-04' AS DATE), CAST('2023-03-05' AS DATE)),
          (CAST('2024-03-05' AS DATE), CAST('2023-03-06' AS DATE)),
          (CAST('2024-03-06' AS DATE), CAST('2023-03-07' AS DATE)),
          (CAST('2024-03-07' AS DATE), CAST('2023-03-08' AS DATE)),
          (CAST('2024-03-08' AS DATE), CAST('2023-03-09' AS DATE)),
          (CAST('2024-03-09' AS DATE), CAST('2023-03-10' AS DATE)),
          (CAST('2024-03-10' AS DATE), CAST('2023-03-11' AS DATE)),
          (CAST('2024-03-11' AS DATE), CAST('2023-03-12' AS DATE))) AS "ophold.@periods"(begins, high)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__aktive__in__ophold__aktive__sidste_aar@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.tilbud = $1 AND (
                  ophold.start < $2
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
          UNION ALL
          SELECT
            "@event",
            -"ophold__aktive__in__ophold__aktive__sidste_aar@number" AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.tilbud = $1 AND (
                  ophold.start < $2
                ) AND (
                  ophold.slut < $2
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__aktive__in__ophold__aktive__sidste_aar
      UNION ALL
      SELECT
        ophold__periode__day,
        NULL AS ophold__doegn__in__ophold__doegn__sidste_aar,
        NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
        ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__day,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN cells."ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar@number"
                WHEN NOT (
                  cells."ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
        FROM (VALUES
          (CAST('2024-02-28' AS DATE), CAST('2023-03-01' AS DATE)),
          (CAST('2024-02-29' AS DATE), CAST('2023-03-01' AS DATE)),
          (CAST('2024-03-01' AS DATE), CAST('2023-03-02' AS DATE)),
          (CAST('2024-03-02' AS DATE), CAST('2023-03-03' AS DATE)),
          (CAST('2024-03-03' AS DATE), CAST('2023-03-04' AS DATE)),
          (CAST('2024-03-04' AS DATE), CAST('2023-03-05' AS DATE)),
          (CAST('2024-03-05' AS DATE), CAST('2023-03-06' AS DATE)),
          (CAST('2024-03-06' AS DATE), CAST('2023-03-07' AS DATE)),
          (CAST('2024-03-07' AS DATE), CAST('2023-03-08' AS DATE)),
          (CAST('2024-03-08' AS DATE), CAST('2023-03-09' AS DATE)),
          (CAST('2024-03-09' AS DATE), CAST('2023-03-10' AS DATE)),
          (CAST('2024-03-10' AS DATE), CAST('2023-03-11' AS DATE)),
          (CAST('2024-03-11' AS DATE), CAST('2023-03-12' AS DATE))) AS "ophold.@periods"(begins, high)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar@number"
          FROM (
            SELECT
              ophold."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar@number"
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
                  (
                    ophold.tilbud = $1 AND (
                      ophold.start < $2
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
              ) AS spells
            ) AS ophold
            WHERE
              "@begins" < "@ends" AND "@begins" < $2
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar@number" AS "ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar@number"
          FROM (
            SELECT
              ophold."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar@number"
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
                  (
                    ophold.tilbud = $1 AND (
                      ophold.start < $2
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
              ) AS spells
            ) AS ophold
            WHERE
              "@begins" < "@ends" AND "@ends" < $2
            GROUP BY
              1
          ) AS side
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.ophold__periode__day,
    MAX(facts.ophold__doegn__in__ophold__doegn__sidste_aar) AS ophold__doegn__in__ophold__doegn__sidste_aar,
    CASE
      WHEN facts.ophold__periode__day <= CAST('2024-03-11 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__sidste_aar), 0)
    END AS ophold__aktive__in__ophold__aktive__sidste_aar,
    CASE
      WHEN facts.ophold__periode__day <= CAST('2024-03-11 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar), 0)
    END AS ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
  FROM (
    SELECT
      ophold__periode__day,
      ophold__doegn__in__ophold__doegn__sidste_aar,
      ophold__aktive__in__ophold__aktive__sidste_aar,
      ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      ophold__periode__day.ophold__periode__day,
      NULL AS ophold__doegn__in__ophold__doegn__sidste_aar,
      NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
      NULL AS ophold__aktive_borgere__in__ophold__aktive_borgere__sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS ophold__periode__day
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '86400' SECOND)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ophold__periode__day
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__day ASC
LIMIT 10001
