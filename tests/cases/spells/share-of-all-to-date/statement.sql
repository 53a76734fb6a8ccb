SELECT
  ophold__kode AS "ophold.kode",
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__doegn__in__ophold__doegn__aatd AS BIGINT) AS "ophold.doegn__aatd",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ophold__doegn__in__ophold__doegn__aatd AS INT128) * 100
    ) * 10,
    CAST(ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "ophold.andel_af_doegn_aatd",
  CAST(ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd AS BIGINT) AS "ophold.doegn_aatd_maaneden_foer"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__periode__month,
    facts.ophold__doegn__in__ophold__doegn__aatd AS ophold__doegn__in__ophold__doegn__aatd,
    facts.ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd AS ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd,
    ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd.ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd AS ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd
  FROM (
    WITH ".answered" AS MATERIALIZED (
      SELECT
        facts.ophold__kode,
        facts.ophold__periode__month,
        MAX(facts.ophold__doegn__in__ophold__doegn__aatd) AS ophold__doegn__in__ophold__doegn__aatd,
        MAX(
          facts.ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
        ) AS ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
      FROM (
        SELECT
          ophold__kode,
          ophold__periode__month,
          ophold__doegn__in__ophold__doegn__aatd,
          NULL AS ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
        FROM (
          SELECT
            cells.ophold__kode,
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
              GROUP BY
                1,
                2
            ) AS side
          ) AS cells
          CROSS JOIN (VALUES
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
          GROUP BY
            1,
            2
        ) AS ophold__doegn__in__ophold__doegn__aatd
        UNION ALL
        SELECT
          ophold__kode,
          ophold__periode__month,
          NULL AS ophold__doegn__in__ophold__doegn__aatd,
          ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
        FROM (
          SELECT
            cells.ophold__kode,
            "ophold.@periods".begins AS ophold__periode__month,
            CASE
              WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
              THEN CAST(SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".high
                  THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
                  WHEN NOT (
                    "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
                  ) IS NULL
                  THEN 0
                END
              ) - SUM(
                CASE
                  WHEN cells."@event" < "ophold.@periods".low
                  THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
                  WHEN NOT (
                    "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
                  ) IS NULL
                  THEN 0
                END
              ) AS INT128)
            END AS ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
          FROM (
            SELECT
              ophold__kode,
              "@event",
              "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number",
              "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.start AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
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
                AND (
                  (
                    NOT (
                      ophold.slut >= CAST('2023-12-01' AS DATE)
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
              -"ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number",
              -"ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
            FROM (
              SELECT
                ophold.tilbud AS ophold__kode,
                ophold.slut AS "@event",
                COUNT(*) AS "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd@reckoned"
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
                AND (
                  (
                    NOT (
                      ophold.slut >= CAST('2023-12-01' AS DATE)
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
              CAST('2024-05-01' AS DATE),
              CAST('2024-05-01' AS DATE),
              CAST('2023-12-01' AS DATE),
              TRUE,
              CAST(19692 AS BIGINT),
              CAST(19844 AS BIGINT)
            ),
            (
              CAST('2024-06-01' AS DATE),
              CAST('2024-05-16' AS DATE),
              CAST('2023-12-01' AS DATE),
              TRUE,
              CAST(19692 AS BIGINT),
              CAST(19859 AS BIGINT)
            ),
            (
              CAST('2024-07-01' AS DATE),
              CAST('2024-06-16' AS DATE),
              CAST('2024-06-01' AS DATE),
              FALSE,
              CAST(19875 AS BIGINT),
              CAST(19890 AS BIGINT)
            )) AS "ophold.@periods"(begins, high, low, known, low_days, until_days)
          GROUP BY
            1,
            2
        ) AS ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
      ) AS facts
      GROUP BY
        1,
        2
    )
    SELECT
      facts.ophold__kode,
      facts.ophold__periode__month,
      MAX(facts.ophold__doegn__in__ophold__doegn__aatd) AS ophold__doegn__in__ophold__doegn__aatd,
      MAX(
        facts.ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
      ) AS ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
    FROM (
      SELECT
        ophold__kode,
        ophold__periode__month,
        ophold__doegn__in__ophold__doegn__aatd,
        ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
      FROM ".answered"
      UNION ALL
      SELECT
        others.ophold__kode,
        ophold__periode__month.ophold__periode__month,
        NULL AS ophold__doegn__in__ophold__doegn__aatd,
        NULL AS ophold__doegn__in__ophold__doegn_aatd_maaneden_foer__in__ophold__doegn__aatd
      FROM (
        SELECT DISTINCT
          ophold__kode
        FROM ".answered"
      ) AS others
      CROSS JOIN (
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
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      "ophold.@periods".begins AS ophold__periode__month,
      CASE
        WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
        THEN CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128)
      END AS ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd
    FROM (VALUES
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
        "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number",
        "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
      FROM (
        SELECT
          ophold.start AS "@event",
          COUNT(*) AS "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
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
        -"ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number",
        -"ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
      FROM (
        SELECT
          ophold.slut AS "@event",
          COUNT(*) AS "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd@reckoned"
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
  ) AS ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd
    ON facts.ophold__periode__month IS NOT DISTINCT FROM ophold__doegn__in__ophold__doegn_aatd_i_alt__in__ophold__doegn__aatd.ophold__periode__month
) AS core
WHERE
  ophold__doegn__in__ophold__doegn__aatd >= $5
ORDER BY
  ophold__doegn__in__ophold__doegn__aatd DESC,
  ophold__kode ASC,
  ophold__periode__month ASC
LIMIT 10001
