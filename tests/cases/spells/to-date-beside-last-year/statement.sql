SELECT
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__doegn__in__ophold__doegn__aatd AS BIGINT) AS "ophold.doegn__aatd",
  CAST(ophold__doegn__in__ophold__doegn__aatd_sidste_aar AS BIGINT) AS "ophold.doegn__aatd_sidste_aar",
  CAST(ophold__udgift__in__ophold__udgift__aatd AS DECIMAL(38, 2)) AS "ophold.udgift__aatd",
  CAST(ophold__aktive__in__ophold__aktive__aatd AS BIGINT) AS "ophold.aktive__aatd",
  CAST(ophold__nye__in__ophold__nye__aatd_sidste_aar AS BIGINT) AS "ophold.nye__aatd_sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ophold__periode__month,
      MAX(facts.ophold__doegn__in__ophold__doegn__aatd) AS ophold__doegn__in__ophold__doegn__aatd,
      MAX(facts.ophold__doegn__in__ophold__doegn__aatd_sidste_aar) AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
      MAX(facts.ophold__udgift__in__ophold__udgift__aatd) AS ophold__udgift__in__ophold__udgift__aatd,
      CASE
        WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__aatd), 0)
      END AS ophold__aktive__in__ophold__aktive__aatd,
      CASE
        WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__nye__in__ophold__nye__aatd_sidste_aar), 0)
      END AS ophold__nye__in__ophold__nye__aatd_sidste_aar
    FROM (
      SELECT
        ophold__periode__month,
        ophold__doegn__in__ophold__doegn__aatd,
        NULL AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
        NULL AS ophold__udgift__in__ophold__udgift__aatd,
        NULL AS ophold__aktive__in__ophold__aktive__aatd,
        NULL AS ophold__nye__in__ophold__nye__aatd_sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
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
        FROM (VALUES
          (
            CAST('2024-01-01' AS DATE),
            CAST('2024-02-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19754 AS BIGINT)
          ),
          (
            CAST('2024-02-01' AS DATE),
            CAST('2024-03-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19783 AS BIGINT)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19844 AS BIGINT)
          ),
          (
            CAST('2024-05-01' AS DATE),
            CAST('2024-06-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19875 AS BIGINT)
          ),
          (
            CAST('2024-06-01' AS DATE),
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__doegn__in__ophold__doegn__aatd
      UNION ALL
      SELECT
        ophold__periode__month,
        NULL AS ophold__doegn__in__ophold__doegn__aatd,
        ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
        NULL AS ophold__udgift__in__ophold__udgift__aatd,
        NULL AS ophold__aktive__in__ophold__aktive__aatd,
        NULL AS ophold__nye__in__ophold__nye__aatd_sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128)
          END AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar
        FROM (VALUES
          (
            CAST('2024-01-01' AS DATE),
            CAST('2023-02-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE,
            CAST(19358 AS BIGINT),
            CAST(19389 AS BIGINT)
          ),
          (
            CAST('2024-02-01' AS DATE),
            CAST('2023-03-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE,
            CAST(19358 AS BIGINT),
            CAST(19417 AS BIGINT)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2023-04-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE,
            CAST(19358 AS BIGINT),
            CAST(19448 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2023-05-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE,
            CAST(19358 AS BIGINT),
            CAST(19478 AS BIGINT)
          ),
          (
            CAST('2024-05-01' AS DATE),
            CAST('2023-06-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE,
            CAST(19358 AS BIGINT),
            CAST(19509 AS BIGINT)
          ),
          (
            CAST('2024-06-01' AS DATE),
            CAST('2023-06-16' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE,
            CAST(19358 AS BIGINT),
            CAST(19524 AS BIGINT)
          ),
          (
            CAST('2024-07-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-07-01' AS DATE),
            FALSE,
            CAST(19905 AS BIGINT),
            CAST(19890 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, known, low_days, until_days)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number",
            "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
            FROM demo.main.ophold AS ophold
            WHERE
              ophold.start < $2
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
            -"ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number" AS "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number",
            -"ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned" AS "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__aatd_sidste_aar@reckoned"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.start < $2 AND (
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
      ) AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar
      UNION ALL
      SELECT
        ophold__periode__month,
        NULL AS ophold__doegn__in__ophold__doegn__aatd,
        NULL AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
        ophold__udgift__in__ophold__udgift__aatd,
        NULL AS ophold__aktive__in__ophold__aktive__aatd,
        NULL AS ophold__nye__in__ophold__nye__aatd_sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS DECIMAL(38, 2))
          END AS ophold__udgift__in__ophold__udgift__aatd
        FROM (VALUES
          (
            CAST('2024-01-01' AS DATE),
            CAST('2024-02-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19754 AS BIGINT)
          ),
          (
            CAST('2024-02-01' AS DATE),
            CAST('2024-03-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19783 AS BIGINT)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19844 AS BIGINT)
          ),
          (
            CAST('2024-05-01' AS DATE),
            CAST('2024-06-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            TRUE,
            CAST(19723 AS BIGINT),
            CAST(19875 AS BIGINT)
          ),
          (
            CAST('2024-06-01' AS DATE),
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
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__udgift__in__ophold__udgift__aatd@number",
            "ophold__udgift__in__ophold__udgift__aatd@reckoned"
          FROM (
            SELECT
              ophold.start AS "@event",
              SUM(ophold.takst) AS "ophold__udgift__in__ophold__udgift__aatd@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
              )) AS "ophold__udgift__in__ophold__udgift__aatd@reckoned"
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
            -"ophold__udgift__in__ophold__udgift__aatd@number" AS "ophold__udgift__in__ophold__udgift__aatd@number",
            -"ophold__udgift__in__ophold__udgift__aatd@reckoned" AS "ophold__udgift__in__ophold__udgift__aatd@reckoned"
          FROM (
            SELECT
              ophold.slut AS "@event",
              SUM(ophold.takst) AS "ophold__udgift__in__ophold__udgift__aatd@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
              )) AS "ophold__udgift__in__ophold__udgift__aatd@reckoned"
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__udgift__in__ophold__udgift__aatd
      UNION ALL
      SELECT
        ophold__periode__month,
        NULL AS ophold__doegn__in__ophold__doegn__aatd,
        NULL AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
        NULL AS ophold__udgift__in__ophold__udgift__aatd,
        ophold__aktive__in__ophold__aktive__aatd,
        NULL AS ophold__nye__in__ophold__nye__aatd_sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__aktive__in__ophold__aktive__aatd@number"
                  WHEN NOT (
                    cells."ophold__aktive__in__ophold__aktive__aatd@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__aktive__in__ophold__aktive__aatd
        FROM (VALUES
          (CAST('2024-01-01' AS DATE), CAST('2024-02-01' AS DATE), TRUE),
          (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE), TRUE),
          (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE), TRUE),
          (CAST('2024-04-01' AS DATE), CAST('2024-05-01' AS DATE), TRUE),
          (CAST('2024-05-01' AS DATE), CAST('2024-06-01' AS DATE), TRUE),
          (CAST('2024-06-01' AS DATE), CAST('2024-06-16' AS DATE), TRUE),
          (CAST('2024-07-01' AS DATE), CAST('2024-06-16' AS DATE), FALSE)) AS "ophold.@periods"(begins, high, known)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__aktive__in__ophold__aktive__aatd@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__aatd@number"
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
            -"ophold__aktive__in__ophold__aktive__aatd@number" AS "ophold__aktive__in__ophold__aktive__aatd@number"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__aktive__in__ophold__aktive__aatd@number"
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__aktive__in__ophold__aktive__aatd
      UNION ALL
      SELECT
        ophold__periode__month,
        NULL AS ophold__doegn__in__ophold__doegn__aatd,
        NULL AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
        NULL AS ophold__udgift__in__ophold__udgift__aatd,
        NULL AS ophold__aktive__in__ophold__aktive__aatd,
        ophold__nye__in__ophold__nye__aatd_sidste_aar
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__month,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ophold.@periods".low
                  AND cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__nye__in__ophold__nye__aatd_sidste_aar@number"
                  WHEN NOT (
                    cells."ophold__nye__in__ophold__nye__aatd_sidste_aar@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__nye__in__ophold__nye__aatd_sidste_aar
        FROM (VALUES
          (
            CAST('2024-01-01' AS DATE),
            CAST('2023-02-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-02-01' AS DATE),
            CAST('2023-03-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2023-04-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2023-05-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-05-01' AS DATE),
            CAST('2023-06-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-06-01' AS DATE),
            CAST('2023-06-16' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-07-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-07-01' AS DATE),
            FALSE
          )) AS "ophold.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__nye__in__ophold__nye__aatd_sidste_aar@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__nye__in__ophold__nye__aatd_sidste_aar@number"
            FROM demo.main.ophold AS ophold
            WHERE
              ophold.start < $2
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
      ) AS ophold__nye__in__ophold__nye__aatd_sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.ophold__periode__month,
    MAX(facts.ophold__doegn__in__ophold__doegn__aatd) AS ophold__doegn__in__ophold__doegn__aatd,
    MAX(facts.ophold__doegn__in__ophold__doegn__aatd_sidste_aar) AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
    MAX(facts.ophold__udgift__in__ophold__udgift__aatd) AS ophold__udgift__in__ophold__udgift__aatd,
    CASE
      WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__aatd), 0)
    END AS ophold__aktive__in__ophold__aktive__aatd,
    CASE
      WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__nye__in__ophold__nye__aatd_sidste_aar), 0)
    END AS ophold__nye__in__ophold__nye__aatd_sidste_aar
  FROM (
    SELECT
      ophold__periode__month,
      ophold__doegn__in__ophold__doegn__aatd,
      ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
      ophold__udgift__in__ophold__udgift__aatd,
      ophold__aktive__in__ophold__aktive__aatd,
      ophold__nye__in__ophold__nye__aatd_sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      ophold__periode__month.ophold__periode__month,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__doegn__in__ophold__doegn__aatd_sidste_aar,
      NULL AS ophold__udgift__in__ophold__udgift__aatd,
      NULL AS ophold__aktive__in__ophold__aktive__aatd,
      NULL AS ophold__nye__in__ophold__nye__aatd_sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS ophold__periode__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ophold__periode__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__month ASC
LIMIT 10001
