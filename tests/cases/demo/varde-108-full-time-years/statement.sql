SELECT
  varde_108__tilbud AS "varde_108.tilbud",
  CAST(NEAREST_QUOTIENT(CAST(varde_108__aarsvaerk_i_perioden__0 AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "varde_108.aarsvaerk_i_perioden",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(varde_108__aarsvaerk_inkl__0 AS INT128) * 365
      ) + (
        CAST(varde_108__aarsvaerk_inkl__1 AS INT128) * 366
      )
    ) * 100,
    366 * 365
  ) AS DECIMAL(38, 0)) * 0.01 AS "varde_108.aarsvaerk_inkl"
FROM (
  SELECT
    facts.varde_108__tilbud,
    MAX(facts.varde_108__aarsvaerk_i_perioden__0) AS varde_108__aarsvaerk_i_perioden__0,
    MAX(facts.varde_108__aarsvaerk_inkl__0) AS varde_108__aarsvaerk_inkl__0,
    MAX(facts.varde_108__aarsvaerk_inkl__1) AS varde_108__aarsvaerk_inkl__1
  FROM (
    SELECT
      varde_108__tilbud,
      varde_108__aarsvaerk_i_perioden__0,
      NULL AS varde_108__aarsvaerk_inkl__0,
      NULL AS varde_108__aarsvaerk_inkl__1
    FROM (
      SELECT
        cells.varde_108__tilbud,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "varde_108.@periods".high
            THEN "varde_108.@periods".until_days * cells."varde_108__aarsvaerk_i_perioden__0@number" - cells."varde_108__aarsvaerk_i_perioden__0@reckoned"
            WHEN NOT (
              "varde_108.@periods".until_days * cells."varde_108__aarsvaerk_i_perioden__0@number" - cells."varde_108__aarsvaerk_i_perioden__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "varde_108.@periods".low
            THEN "varde_108.@periods".low_days * cells."varde_108__aarsvaerk_i_perioden__0@number" - cells."varde_108__aarsvaerk_i_perioden__0@reckoned"
            WHEN NOT (
              "varde_108.@periods".low_days * cells."varde_108__aarsvaerk_i_perioden__0@number" - cells."varde_108__aarsvaerk_i_perioden__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS varde_108__aarsvaerk_i_perioden__0
      FROM (
        SELECT
          events.varde_108__tilbud,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."varde_108__aarsvaerk_i_perioden__0@number") AS "varde_108__aarsvaerk_i_perioden__0@number",
          SUM(events."varde_108__aarsvaerk_i_perioden__0@reckoned") AS "varde_108__aarsvaerk_i_perioden__0@reckoned"
        FROM (
          SELECT
            varde_108__tilbud,
            "@event",
            "varde_108__aarsvaerk_i_perioden__0@number",
            "varde_108__aarsvaerk_i_perioden__0@reckoned"
          FROM (
            SELECT
              varde_108.tilbud AS varde_108__tilbud,
              varde_108.start AS "@event",
              COUNT(*) AS "varde_108__aarsvaerk_i_perioden__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), varde_108.start)) AS "varde_108__aarsvaerk_i_perioden__0@reckoned"
            FROM demo.main.varde_108 AS varde_108
            WHERE
              varde_108.start < $1
              AND (
                (
                  varde_108.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    varde_108.start < varde_108.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    varde_108.slut >= CAST('2021-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            varde_108__tilbud,
            "@event",
            -"varde_108__aarsvaerk_i_perioden__0@number" AS "varde_108__aarsvaerk_i_perioden__0@number",
            -"varde_108__aarsvaerk_i_perioden__0@reckoned" AS "varde_108__aarsvaerk_i_perioden__0@reckoned"
          FROM (
            SELECT
              varde_108.tilbud AS varde_108__tilbud,
              varde_108.slut AS "@event",
              COUNT(*) AS "varde_108__aarsvaerk_i_perioden__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), varde_108.slut)) AS "varde_108__aarsvaerk_i_perioden__0@reckoned"
            FROM demo.main.varde_108 AS varde_108
            WHERE
              (
                varde_108.start < $1 AND (
                  varde_108.slut < $1
                )
              )
              AND (
                (
                  varde_108.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    varde_108.start < varde_108.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    varde_108.slut >= CAST('2021-01-01' AS DATE)
                  ) IS FALSE
                )
              )
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
        (
          CAST('2021-01-01' AS DATE),
          CAST('2022-01-01' AS DATE),
          CAST('2021-01-01' AS DATE),
          CAST(18628 AS BIGINT),
          CAST(18993 AS BIGINT)
        )) AS "varde_108.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS varde_108__aarsvaerk_i_perioden__0
    UNION ALL
    SELECT
      varde_108__tilbud,
      NULL AS varde_108__aarsvaerk_i_perioden__0,
      varde_108__aarsvaerk_inkl__0,
      varde_108__aarsvaerk_inkl__1
    FROM (
      SELECT
        cells.varde_108__tilbud,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "varde_108.@periods".high
            THEN "varde_108.@periods".until_leap_days * cells."varde_108__aarsvaerk_inkl__0@number" - cells."varde_108__aarsvaerk_inkl__0@reckoned"
            WHEN NOT (
              "varde_108.@periods".until_leap_days * cells."varde_108__aarsvaerk_inkl__0@number" - cells."varde_108__aarsvaerk_inkl__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "varde_108.@periods".low
            THEN "varde_108.@periods".low_leap_days * cells."varde_108__aarsvaerk_inkl__0@number" - cells."varde_108__aarsvaerk_inkl__0@reckoned"
            WHEN NOT (
              "varde_108.@periods".low_leap_days * cells."varde_108__aarsvaerk_inkl__0@number" - cells."varde_108__aarsvaerk_inkl__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS varde_108__aarsvaerk_inkl__0,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "varde_108.@periods".high
            THEN "varde_108.@periods".until_common_days * cells."varde_108__aarsvaerk_inkl__1@number" - cells."varde_108__aarsvaerk_inkl__1@reckoned"
            WHEN NOT (
              "varde_108.@periods".until_common_days * cells."varde_108__aarsvaerk_inkl__1@number" - cells."varde_108__aarsvaerk_inkl__1@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "varde_108.@periods".low
            THEN "varde_108.@periods".low_common_days * cells."varde_108__aarsvaerk_inkl__1@number" - cells."varde_108__aarsvaerk_inkl__1@reckoned"
            WHEN NOT (
              "varde_108.@periods".low_common_days * cells."varde_108__aarsvaerk_inkl__1@number" - cells."varde_108__aarsvaerk_inkl__1@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS varde_108__aarsvaerk_inkl__1
      FROM (
        SELECT
          events.varde_108__tilbud,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."varde_108__aarsvaerk_inkl__0@number") AS "varde_108__aarsvaerk_inkl__0@number",
          SUM(events."varde_108__aarsvaerk_inkl__0@reckoned") AS "varde_108__aarsvaerk_inkl__0@reckoned",
          SUM(events."varde_108__aarsvaerk_inkl__1@number") AS "varde_108__aarsvaerk_inkl__1@number",
          SUM(events."varde_108__aarsvaerk_inkl__1@reckoned") AS "varde_108__aarsvaerk_inkl__1@reckoned"
        FROM (
          SELECT
            varde_108__tilbud,
            "@event",
            "varde_108__aarsvaerk_inkl__0@number",
            "varde_108__aarsvaerk_inkl__0@reckoned",
            "varde_108__aarsvaerk_inkl__1@number",
            "varde_108__aarsvaerk_inkl__1@reckoned"
          FROM (
            SELECT
              varde_108.tilbud AS varde_108__tilbud,
              varde_108.start AS "@event",
              COUNT(*) AS "varde_108__aarsvaerk_inkl__0@number",
              SUM(
                (
                  (
                    YEAR(varde_108.start) - 1
                  ) // 4 - (
                    YEAR(varde_108.start) - 1
                  ) // 100 + (
                    YEAR(varde_108.start) - 1
                  ) // 400 - 477
                ) * 366 + (
                  (
                    (
                      YEAR(varde_108.start)
                    ) // 4 - (
                      YEAR(varde_108.start)
                    ) // 100 + (
                      YEAR(varde_108.start)
                    ) // 400 - 477
                  ) - (
                    (
                      YEAR(varde_108.start) - 1
                    ) // 4 - (
                      YEAR(varde_108.start) - 1
                    ) // 100 + (
                      YEAR(varde_108.start) - 1
                    ) // 400 - 477
                  )
                ) * (
                  DAYOFYEAR(varde_108.start) - 1
                )
              ) AS "varde_108__aarsvaerk_inkl__0@reckoned",
              COUNT(*) AS "varde_108__aarsvaerk_inkl__1@number",
              SUM(
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), varde_108.start) - (
                  (
                    (
                      YEAR(varde_108.start) - 1
                    ) // 4 - (
                      YEAR(varde_108.start) - 1
                    ) // 100 + (
                      YEAR(varde_108.start) - 1
                    ) // 400 - 477
                  ) * 366 + (
                    (
                      (
                        YEAR(varde_108.start)
                      ) // 4 - (
                        YEAR(varde_108.start)
                      ) // 100 + (
                        YEAR(varde_108.start)
                      ) // 400 - 477
                    ) - (
                      (
                        YEAR(varde_108.start) - 1
                      ) // 4 - (
                        YEAR(varde_108.start) - 1
                      ) // 100 + (
                        YEAR(varde_108.start) - 1
                      ) // 400 - 477
                    )
                  ) * (
                    DAYOFYEAR(varde_108.start) - 1
                  )
                )
              ) AS "varde_108__aarsvaerk_inkl__1@reckoned"
            FROM demo.main.varde_108 AS varde_108
            WHERE
              varde_108.start < $1
              AND (
                (
                  varde_108.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    varde_108.start < (
                      varde_108.slut + 1
                    )
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    (
                      varde_108.slut + 1
                    ) >= CAST('2021-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            varde_108__tilbud,
            "@event",
            -"varde_108__aarsvaerk_inkl__0@number" AS "varde_108__aarsvaerk_inkl__0@number",
            -"varde_108__aarsvaerk_inkl__0@reckoned" AS "varde_108__aarsvaerk_inkl__0@reckoned",
            -"varde_108__aarsvaerk_inkl__1@number" AS "varde_108__aarsvaerk_inkl__1@number",
            -"varde_108__aarsvaerk_inkl__1@reckoned" AS "varde_108__aarsvaerk_inkl__1@reckoned"
          FROM (
            SELECT
              varde_108.tilbud AS varde_108__tilbud,
              (
                varde_108.slut + 1
              ) AS "@event",
              COUNT(*) AS "varde_108__aarsvaerk_inkl__0@number",
              SUM(
                (
                  (
                    YEAR((
                      varde_108.slut + 1
                    )) - 1
                  ) // 4 - (
                    YEAR((
                      varde_108.slut + 1
                    )) - 1
                  ) // 100 + (
                    YEAR((
                      varde_108.slut + 1
                    )) - 1
                  ) // 400 - 477
                ) * 366 + (
                  (
                    (
                      YEAR((
                        varde_108.slut + 1
                      ))
                    ) // 4 - (
                      YEAR((
                        varde_108.slut + 1
                      ))
                    ) // 100 + (
                      YEAR((
                        varde_108.slut + 1
                      ))
                    ) // 400 - 477
                  ) - (
                    (
                      YEAR((
                        varde_108.slut + 1
                      )) - 1
                    ) // 4 - (
                      YEAR((
                        varde_108.slut + 1
                      )) - 1
                    ) // 100 + (
                      YEAR((
                        varde_108.slut + 1
                      )) - 1
                    ) // 400 - 477
                  )
                ) * (
                  DAYOFYEAR((
                    varde_108.slut + 1
                  )) - 1
                )
              ) AS "varde_108__aarsvaerk_inkl__0@reckoned",
              COUNT(*) AS "varde_108__aarsvaerk_inkl__1@number",
              SUM(
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), (
                  varde_108.slut + 1
                )) - (
                  (
                    (
                      YEAR((
                        varde_108.slut + 1
                      )) - 1
                    ) // 4 - (
                      YEAR((
                        varde_108.slut + 1
                      )) - 1
                    ) // 100 + (
                      YEAR((
                        varde_108.slut + 1
                      )) - 1
                    ) // 400 - 477
                  ) * 366 + (
                    (
                      (
                        YEAR((
                          varde_108.slut + 1
                        ))
                      ) // 4 - (
                        YEAR((
                          varde_108.slut + 1
                        ))
                      ) // 100 + (
                        YEAR((
                          varde_108.slut + 1
                        ))
                      ) // 400 - 477
                    ) - (
                      (
                        YEAR((
                          varde_108.slut + 1
                        )) - 1
                      ) // 4 - (
                        YEAR((
                          varde_108.slut + 1
                        )) - 1
                      ) // 100 + (
                        YEAR((
                          varde_108.slut + 1
                        )) - 1
                      ) // 400 - 477
                    )
                  ) * (
                    DAYOFYEAR((
                      varde_108.slut + 1
                    )) - 1
                  )
                )
              ) AS "varde_108__aarsvaerk_inkl__1@reckoned"
            FROM demo.main.varde_108 AS varde_108
            WHERE
              (
                varde_108.start < $1 AND (
                  (
                    varde_108.slut + 1
                  ) < $1
                )
              )
              AND (
                (
                  varde_108.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    varde_108.start < (
                      varde_108.slut + 1
                    )
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    (
                      varde_108.slut + 1
                    ) >= CAST('2021-01-01' AS DATE)
                  ) IS FALSE
                )
              )
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
        (
          CAST('2021-01-01' AS DATE),
          CAST('2022-01-01' AS DATE),
          CAST('2021-01-01' AS DATE),
          CAST(4758 AS BIGINT),
          CAST(4758 AS BIGINT),
          CAST(13870 AS BIGINT),
          CAST(14235 AS BIGINT)
        )) AS "varde_108.@periods"(begins, high, low, low_leap_days, until_leap_days, low_common_days, until_common_days)
      GROUP BY
        1
    ) AS varde_108__aarsvaerk_inkl__0
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  varde_108__tilbud ASC
LIMIT 10001
