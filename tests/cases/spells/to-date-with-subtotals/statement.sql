SELECT
  ophold__kode AS "ophold.kode",
  CAST(ophold__kode__subtotal AS BOOLEAN) AS "ophold.kode__subtotal",
  ophold__periode__quarter AS "ophold.periode.quarter",
  CAST(ophold__periode__quarter__subtotal AS BOOLEAN) AS "ophold.periode.quarter__subtotal",
  CAST(ophold__doegn__in__ophold__doegn__aatd AS BIGINT) AS "ophold.doegn__aatd",
  CAST(ophold__aktive__in__ophold__aktive__sidste_aar AS BIGINT) AS "ophold.aktive__sidste_aar"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__periode__quarter,
    facts.ophold__kode__subtotal,
    facts.ophold__periode__quarter__subtotal,
    MAX(facts.ophold__doegn__in__ophold__doegn__aatd) AS ophold__doegn__in__ophold__doegn__aatd,
    CASE
      WHEN facts.ophold__periode__quarter <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
      OR facts.ophold__periode__quarter__subtotal = 1
      THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__sidste_aar), 0)
    END AS ophold__aktive__in__ophold__aktive__sidste_aar
  FROM (
    SELECT
      ophold__kode,
      ophold__periode__quarter,
      ophold__kode__subtotal,
      ophold__periode__quarter__subtotal,
      ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__aktive__in__ophold__aktive__sidste_aar
    FROM (
      SELECT
        *
      FROM (
        SELECT
          ophold__kode,
          ophold__periode__quarter,
          0 AS ophold__kode__subtotal,
          0 AS ophold__periode__quarter__subtotal,
          ophold__doegn__in__ophold__doegn__aatd
        FROM (
          SELECT
            cells.ophold__kode,
            "ophold.@periods".begins AS ophold__periode__quarter,
            CASE
              WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
              THEN CAST(SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".high
                  THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                  WHEN NOT (
                    "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                  ) IS NULL
                  THEN 0
                END
              ) - SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".low
                  THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                  WHEN NOT (
                    "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                  ) IS NULL
                  THEN 0
                END
              ) AS INT128)
            END AS ophold__doegn__in__ophold__doegn__aatd
          FROM (
            SELECT
              ophold__kode,
              "@event",
              "ophold__doegn__in__ophold__doegn__aatd@number",
              "ophold__doegn__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.start AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $3
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
            UNION ALL
            SELECT
              ophold__kode,
              "@event",
              -"ophold__doegn__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn__aatd@number",
              -"ophold__doegn__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.slut AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $3
                  ) AND (
                    ophold.slut < $3
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
          ) AS cells
          CROSS JOIN (VALUES
            (
              CAST('2024-04-01' AS DATE),
              CAST('2024-06-16' AS DATE),
              CAST('2024-01-01' AS DATE),
              TRUE,
              CAST(19723 AS BIGINT),
              CAST(19890 AS BIGINT)
            ),
            (
              CAST('2024-07-01' AS DATE),
              CAST('2024-06-16' AS DATE),
              CAST('2024-07-01' AS DATE),
              FALSE,
              CAST(19905 AS BIGINT),
              CAST(19890 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, known, low_days, until_days)
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          ophold__kode,
          NULL AS ophold__periode__quarter,
          0 AS ophold__kode__subtotal,
          1 AS ophold__periode__quarter__subtotal,
          ophold__doegn__in__ophold__doegn__aatd
        FROM (
          SELECT
            cells.ophold__kode,
            CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128) AS ophold__doegn__in__ophold__doegn__aatd
          FROM (
            SELECT
              ophold__kode,
              "@event",
              "ophold__doegn__in__ophold__doegn__aatd@number",
              "ophold__doegn__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.start AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $3
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
            UNION ALL
            SELECT
              ophold__kode,
              "@event",
              -"ophold__doegn__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn__aatd@number",
              -"ophold__doegn__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.slut AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $3
                  ) AND (
                    ophold.slut < $3
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
          ) AS cells
          CROSS JOIN (VALUES
            (
              CAST('2024-04-01' AS DATE),
              CAST('2024-06-16' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(19890 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS ophold__kode,
          NULL AS ophold__periode__quarter,
          1 AS ophold__kode__subtotal,
          1 AS ophold__periode__quarter__subtotal,
          ophold__doegn__in__ophold__doegn__aatd
        FROM (
          SELECT
            CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128) AS ophold__doegn__in__ophold__doegn__aatd
          FROM (VALUES
            (
              CAST('2024-04-01' AS DATE),
              CAST('2024-06-16' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(19890 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
          LEFT JOIN (
            SELECT
              "@event",
              "ophold__doegn__in__ophold__doegn__aatd@number",
              "ophold__doegn__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.start AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $3
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
              -"ophold__doegn__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn__aatd@number",
              -"ophold__doegn__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.slut AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $3
                  ) AND (
                    ophold.slut < $3
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
        ) AS level
      ) AS levels
    ) AS ophold__doegn__in__ophold__doegn__aatd
    UNION ALL
    SELECT
      ophold__kode,
      ophold__periode__quarter,
      ophold__kode__subtotal,
      ophold__periode__quarter__subtotal,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      ophold__aktive__in__ophold__aktive__sidste_aar
    FROM (
      SELECT
        *
      FROM (
        SELECT
          ophold__kode,
          ophold__periode__quarter,
          0 AS ophold__kode__subtotal,
          0 AS ophold__periode__quarter__subtotal,
          ophold__aktive__in__ophold__aktive__sidste_aar
        FROM (
          SELECT
            cells.ophold__kode,
            "ophold.@periods".begins AS ophold__periode__quarter,
            CASE
              WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
              THEN CAST(COALESCE(
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
              ) AS BIGINT)
            END AS ophold__aktive__in__ophold__aktive__sidste_aar
          FROM (
            SELECT
              ophold__kode,
              "@event",
              "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.start AS "@event",
                COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $4
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
                      ophold.slut >= CAST('2023-04-01' AS DATE)
                    ) IS FALSE
                  )
                )
              GROUP BY
                1,
                2
            ) AS side
            UNION ALL
            SELECT
              ophold__kode,
              "@event",
              -"ophold__aktive__in__ophold__aktive__sidste_aar@number" AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.slut AS "@event",
                COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $4
                  ) AND (
                    ophold.slut < $4
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
                      ophold.slut >= CAST('2023-04-01' AS DATE)
                    ) IS FALSE
                  )
                )
              GROUP BY
                1,
                2
            ) AS side
          ) AS cells
          CROSS JOIN (VALUES
            (CAST('2024-04-01' AS DATE), CAST('2023-06-16' AS DATE), TRUE),
            (CAST('2024-07-01' AS DATE), CAST('2024-06-16' AS DATE), FALSE)) AS "ophold.@periods"(begins, high, known)
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          ophold__kode,
          NULL AS ophold__periode__quarter,
          0 AS ophold__kode__subtotal,
          1 AS ophold__periode__quarter__subtotal,
          ophold__aktive__in__ophold__aktive__sidste_aar
        FROM (
          SELECT
            cells.ophold__kode,
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
          FROM (
            SELECT
              ophold__kode,
              "@event",
              "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.start AS "@event",
                COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $4
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
                      ophold.slut >= CAST('2023-04-01' AS DATE)
                    ) IS FALSE
                  )
                )
              GROUP BY
                1,
                2
            ) AS side
            UNION ALL
            SELECT
              ophold__kode,
              "@event",
              -"ophold__aktive__in__ophold__aktive__sidste_aar@number" AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.slut AS "@event",
                COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
              FROM demo.main.ophold AS ophold
              WHERE
                (
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $4
                  ) AND (
                    ophold.slut < $4
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
                      ophold.slut >= CAST('2023-04-01' AS DATE)
                    ) IS FALSE
                  )
                )
              GROUP BY
                1,
                2
            ) AS side
          ) AS cells
          CROSS JOIN (VALUES
            (CAST('2024-04-01' AS DATE), CAST('2023-06-16' AS DATE))) AS "ophold.@periods"(begins, high)
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS ophold__kode,
          NULL AS ophold__periode__quarter,
          1 AS ophold__kode__subtotal,
          1 AS ophold__periode__quarter__subtotal,
          ophold__aktive__in__ophold__aktive__sidste_aar
        FROM (
          SELECT
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
            (CAST('2024-04-01' AS DATE), CAST('2023-06-16' AS DATE))) AS "ophold.@periods"(begins, high)
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
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $4
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
                  ophold.tilbud IN ($1, $2) AND (
                    ophold.start < $4
                  ) AND (
                    ophold.slut < $4
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
        ) AS level
      ) AS levels
    ) AS ophold__aktive__in__ophold__aktive__sidste_aar
  ) AS facts
  GROUP BY
    1,
    2,
    3,
    4
) AS core
ORDER BY
  ophold__kode__subtotal ASC,
  ophold__kode ASC,
  ophold__periode__quarter__subtotal ASC,
  ophold__periode__quarter ASC
LIMIT 10001
