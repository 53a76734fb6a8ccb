SELECT
  ophold__kode AS "ophold.kode",
  ophold__periode__quarter AS "ophold.periode.quarter",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ophold__doegn__in__ophold__belaegning__aatd AS INT128) * 100
    ) * 100,
    CAST(pladser__pladsdoegn__in__ophold__belaegning__aatd AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "ophold.belaegning__aatd",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ophold__doegn__in__ophold__belaegning__sidste_aar AS INT128) * 100
    ) * 100,
    CAST(pladser__pladsdoegn__in__ophold__belaegning__sidste_aar AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "ophold.belaegning__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    (
      (
        (
          CAST(ophold__doegn__in__ophold__belaegning__opgjort AS INT128) * 100
        ) * CAST(pladser__pladsdoegn__in__ophold__belaegning__sidste_aar AS INT128)
      ) - (
        (
          CAST(ophold__doegn__in__ophold__belaegning__sidste_aar AS INT128) * 100
        ) * CAST(pladser__pladsdoegn__in__ophold__belaegning__opgjort AS INT128)
      )
    ) * 100,
    CAST(pladser__pladsdoegn__in__ophold__belaegning__opgjort AS INT128) * CAST(pladser__pladsdoegn__in__ophold__belaegning__sidste_aar AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "ophold.belaegning__aendring"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ophold__kode,
      facts.ophold__periode__quarter,
      MAX(facts.ophold__doegn__in__ophold__belaegning__aatd) AS ophold__doegn__in__ophold__belaegning__aatd,
      MAX(facts.pladser__pladsdoegn__in__ophold__belaegning__aatd) AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      MAX(facts.ophold__doegn__in__ophold__belaegning__sidste_aar) AS ophold__doegn__in__ophold__belaegning__sidste_aar,
      MAX(facts.pladser__pladsdoegn__in__ophold__belaegning__sidste_aar) AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
      MAX(facts.ophold__doegn__in__ophold__belaegning__opgjort) AS ophold__doegn__in__ophold__belaegning__opgjort,
      MAX(facts.pladser__pladsdoegn__in__ophold__belaegning__opgjort) AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
    FROM (
      SELECT
        ophold__kode,
        ophold__periode__quarter,
        ophold__doegn__in__ophold__belaegning__aatd,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
        NULL AS ophold__doegn__in__ophold__belaegning__sidste_aar,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
        NULL AS ophold__doegn__in__ophold__belaegning__opgjort,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
      FROM (
        SELECT
          cells.ophold__kode,
          "ophold.@periods".begins AS ophold__periode__quarter,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
              WHEN NOT (
                "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".low
              THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
              WHEN NOT (
                "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS ophold__doegn__in__ophold__belaegning__aatd
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "ophold__doegn__in__ophold__belaegning__aatd@number",
            "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.start AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__belaegning__aatd@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
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
            -"ophold__doegn__in__ophold__belaegning__aatd@number" AS "ophold__doegn__in__ophold__belaegning__aatd@number",
            -"ophold__doegn__in__ophold__belaegning__aatd@reckoned" AS "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__belaegning__aatd@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
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
            CAST('2024-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19890 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1,
          2
      ) AS ophold__doegn__in__ophold__belaegning__aatd
      UNION ALL
      SELECT
        ophold__kode,
        ophold__periode__quarter,
        NULL AS ophold__doegn__in__ophold__belaegning__aatd,
        pladser__pladsdoegn__in__ophold__belaegning__aatd,
        NULL AS ophold__doegn__in__ophold__belaegning__sidste_aar,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
        NULL AS ophold__doegn__in__ophold__belaegning__opgjort,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
      FROM (
        SELECT
          cells.ophold__kode,
          "pladser.@periods".begins AS ophold__periode__quarter,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "pladser.@periods".high
              THEN "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
              WHEN NOT (
                "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "pladser.@periods".low
              THEN "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
              WHEN NOT (
                "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS pladser__pladsdoegn__in__ophold__belaegning__aatd
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
            "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.aabnet AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.aabnet)
                )
              ) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2) AND (
                  pladser.aabnet < $3
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2024-01-01' AS DATE)
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
            -"pladser__pladsdoegn__in__ophold__belaegning__aatd@number" AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
            -"pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned" AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.lukket AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.lukket)
                )
              ) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2)
                AND (
                  pladser.aabnet < $3
                )
                AND (
                  pladser.lukket < $3
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2024-01-01' AS DATE)
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
            CAST('2024-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19890 AS BIGINT)
          )) AS "pladser.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1,
          2
      ) AS pladser__pladsdoegn__in__ophold__belaegning__aatd
      UNION ALL
      SELECT
        ophold__kode,
        ophold__periode__quarter,
        NULL AS ophold__doegn__in__ophold__belaegning__aatd,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
        ophold__doegn__in__ophold__belaegning__sidste_aar,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
        NULL AS ophold__doegn__in__ophold__belaegning__opgjort,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
      FROM (
        SELECT
          cells.ophold__kode,
          "ophold.@periods".begins AS ophold__periode__quarter,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__sidste_aar@number" - cells."ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
              WHEN NOT (
                "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__sidste_aar@number" - cells."ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".low
              THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__sidste_aar@number" - cells."ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
              WHEN NOT (
                "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__sidste_aar@number" - cells."ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS ophold__doegn__in__ophold__belaegning__sidste_aar
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "ophold__doegn__in__ophold__belaegning__sidste_aar@number",
            "ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.start AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__belaegning__sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
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
                    ophold.slut >= CAST('2023-01-01' AS DATE)
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
            -"ophold__doegn__in__ophold__belaegning__sidste_aar@number" AS "ophold__doegn__in__ophold__belaegning__sidste_aar@number",
            -"ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned" AS "ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__belaegning__sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__belaegning__sidste_aar@reckoned"
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
                    ophold.slut >= CAST('2023-01-01' AS DATE)
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
            CAST('2024-01-01' AS DATE),
            CAST('2023-04-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            CAST(19358 AS BIGINT),
            CAST(19448 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2023-06-16' AS DATE),
            CAST('2023-04-01' AS DATE),
            CAST(19448 AS BIGINT),
            CAST(19524 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1,
          2
      ) AS ophold__doegn__in__ophold__belaegning__sidste_aar
      UNION ALL
      SELECT
        ophold__kode,
        ophold__periode__quarter,
        NULL AS ophold__doegn__in__ophold__belaegning__aatd,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
        NULL AS ophold__doegn__in__ophold__belaegning__sidste_aar,
        pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
        NULL AS ophold__doegn__in__ophold__belaegning__opgjort,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
      FROM (
        SELECT
          cells.ophold__kode,
          "pladser.@periods".begins AS ophold__periode__quarter,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "pladser.@periods".high
              THEN "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
              WHEN NOT (
                "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "pladser.@periods".low
              THEN "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
              WHEN NOT (
                "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number",
            "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.aabnet AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.aabnet)
                )
              ) AS "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2) AND (
                  pladser.aabnet < $4
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2023-01-01' AS DATE)
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
            -"pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number" AS "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number",
            -"pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned" AS "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.lukket AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.lukket)
                )
              ) AS "pladser__pladsdoegn__in__ophold__belaegning__sidste_aar@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2)
                AND (
                  pladser.aabnet < $4
                )
                AND (
                  pladser.lukket < $4
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2023-01-01' AS DATE)
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
            CAST('2024-01-01' AS DATE),
            CAST('2023-04-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            CAST(19358 AS BIGINT),
            CAST(19448 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2023-06-16' AS DATE),
            CAST('2023-04-01' AS DATE),
            CAST(19448 AS BIGINT),
            CAST(19524 AS BIGINT)
          )) AS "pladser.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1,
          2
      ) AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar
      UNION ALL
      SELECT
        ophold__kode,
        ophold__periode__quarter,
        NULL AS ophold__doegn__in__ophold__belaegning__aatd,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
        NULL AS ophold__doegn__in__ophold__belaegning__sidste_aar,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
        ophold__doegn__in__ophold__belaegning__opgjort,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
      FROM (
        SELECT
          cells.ophold__kode,
          "ophold.@periods".begins AS ophold__periode__quarter,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__opgjort@number" - cells."ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
              WHEN NOT (
                "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__opgjort@number" - cells."ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".low
              THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__opgjort@number" - cells."ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
              WHEN NOT (
                "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__opgjort@number" - cells."ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS ophold__doegn__in__ophold__belaegning__opgjort
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "ophold__doegn__in__ophold__belaegning__opgjort@number",
            "ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.start AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__belaegning__opgjort@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
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
            -"ophold__doegn__in__ophold__belaegning__opgjort@number" AS "ophold__doegn__in__ophold__belaegning__opgjort@number",
            -"ophold__doegn__in__ophold__belaegning__opgjort@reckoned" AS "ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__belaegning__opgjort@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__belaegning__opgjort@reckoned"
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
            CAST('2024-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST(19814 AS BIGINT),
            CAST(19890 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1,
          2
      ) AS ophold__doegn__in__ophold__belaegning__opgjort
      UNION ALL
      SELECT
        ophold__kode,
        ophold__periode__quarter,
        NULL AS ophold__doegn__in__ophold__belaegning__aatd,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
        NULL AS ophold__doegn__in__ophold__belaegning__sidste_aar,
        NULL AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
        NULL AS ophold__doegn__in__ophold__belaegning__opgjort,
        pladser__pladsdoegn__in__ophold__belaegning__opgjort
      FROM (
        SELECT
          cells.ophold__kode,
          "pladser.@periods".begins AS ophold__periode__quarter,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "pladser.@periods".high
              THEN "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
              WHEN NOT (
                "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "pladser.@periods".low
              THEN "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
              WHEN NOT (
                "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "pladser__pladsdoegn__in__ophold__belaegning__opgjort@number",
            "pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.aabnet AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__opgjort@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.aabnet)
                )
              ) AS "pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2) AND (
                  pladser.aabnet < $3
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2024-01-01' AS DATE)
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
            -"pladser__pladsdoegn__in__ophold__belaegning__opgjort@number" AS "pladser__pladsdoegn__in__ophold__belaegning__opgjort@number",
            -"pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned" AS "pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.lukket AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__opgjort@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.lukket)
                )
              ) AS "pladser__pladsdoegn__in__ophold__belaegning__opgjort@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2)
                AND (
                  pladser.aabnet < $3
                )
                AND (
                  pladser.lukket < $3
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2024-01-01' AS DATE)
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
            CAST('2024-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST(19814 AS BIGINT),
            CAST(19890 AS BIGINT)
          )) AS "pladser.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1,
          2
      ) AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
    ) AS facts
    GROUP BY
      1,
      2
  )
  SELECT
    facts.ophold__kode,
    facts.ophold__periode__quarter,
    MAX(facts.ophold__doegn__in__ophold__belaegning__aatd) AS ophold__doegn__in__ophold__belaegning__aatd,
    MAX(facts.pladser__pladsdoegn__in__ophold__belaegning__aatd) AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
    MAX(facts.ophold__doegn__in__ophold__belaegning__sidste_aar) AS ophold__doegn__in__ophold__belaegning__sidste_aar,
    MAX(facts.pladser__pladsdoegn__in__ophold__belaegning__sidste_aar) AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
    MAX(facts.ophold__doegn__in__ophold__belaegning__opgjort) AS ophold__doegn__in__ophold__belaegning__opgjort,
    MAX(facts.pladser__pladsdoegn__in__ophold__belaegning__opgjort) AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
  FROM (
    SELECT
      ophold__kode,
      ophold__periode__quarter,
      ophold__doegn__in__ophold__belaegning__aatd,
      pladser__pladsdoegn__in__ophold__belaegning__aatd,
      ophold__doegn__in__ophold__belaegning__sidste_aar,
      pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
      ophold__doegn__in__ophold__belaegning__opgjort,
      pladser__pladsdoegn__in__ophold__belaegning__opgjort
    FROM ".answered"
    UNION ALL
    SELECT
      others.ophold__kode,
      ophold__periode__quarter.ophold__periode__quarter,
      NULL AS ophold__doegn__in__ophold__belaegning__aatd,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      NULL AS ophold__doegn__in__ophold__belaegning__sidste_aar,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__sidste_aar,
      NULL AS ophold__doegn__in__ophold__belaegning__opgjort,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__opgjort
    FROM (
      SELECT DISTINCT
        ophold__kode
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT
        CAST(periods.period AS DATE) AS ophold__periode__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($5 AS TIMESTAMP) AS first,
            CAST($6 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ophold__periode__quarter
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ophold__kode ASC,
  ophold__periode__quarter ASC
LIMIT 10001
