SELECT
  ophold__periode__year AS "ophold.periode.year",
  CAST(NEAREST_QUOTIENT(CAST(ophold__aar__0 AS INT128) * 10000, 365) AS DECIMAL(38, 0)) * 0.0001 AS "ophold.aar",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(ophold__aar_inkl__0 AS INT128) * 365
      ) + (
        CAST(ophold__aar_inkl__1 AS INT128) * 366
      )
    ) * 10000,
    366 * 365
  ) AS DECIMAL(38, 0)) * 0.0001 AS "ophold.aar_inkl"
FROM (
  SELECT
    facts.ophold__periode__year,
    MAX(facts.ophold__aar__0) AS ophold__aar__0,
    MAX(facts.ophold__aar_inkl__0) AS ophold__aar_inkl__0,
    MAX(facts.ophold__aar_inkl__1) AS ophold__aar_inkl__1
  FROM (
    SELECT
      ophold__periode__year,
      ophold__aar__0,
      NULL AS ophold__aar_inkl__0,
      NULL AS ophold__aar_inkl__1
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__year,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__aar__0@number" - cells."ophold__aar__0@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__aar__0@number" - cells."ophold__aar__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__aar__0@number" - cells."ophold__aar__0@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__aar__0@number" - cells."ophold__aar__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__aar__0
      FROM (VALUES
        (
          CAST('2023-01-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST('2023-01-01' AS DATE),
          CAST(19358 AS BIGINT),
          CAST(19723 AS BIGINT)
        ),
        (
          CAST('2024-01-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(20089 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('YEAR', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__aar__0@number") AS "ophold__aar__0@number",
          SUM(events."ophold__aar__0@reckoned") AS "ophold__aar__0@reckoned"
        FROM (
          SELECT
            "@event",
            "ophold__aar__0@number",
            "ophold__aar__0@reckoned"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aar__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__aar__0@reckoned"
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
            -"ophold__aar__0@number" AS "ophold__aar__0@number",
            -"ophold__aar__0@reckoned" AS "ophold__aar__0@reckoned"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__aar__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__aar__0@reckoned"
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
        ) AS events
        GROUP BY
          1
      ) AS cells
        ON TRUE
      GROUP BY
        1
    ) AS ophold__aar__0
    UNION ALL
    SELECT
      ophold__periode__year,
      NULL AS ophold__aar__0,
      ophold__aar_inkl__0,
      ophold__aar_inkl__1
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__year,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_leap_days * cells."ophold__aar_inkl__0@number" - cells."ophold__aar_inkl__0@reckoned"
            WHEN NOT (
              "ophold.@periods".until_leap_days * cells."ophold__aar_inkl__0@number" - cells."ophold__aar_inkl__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_leap_days * cells."ophold__aar_inkl__0@number" - cells."ophold__aar_inkl__0@reckoned"
            WHEN NOT (
              "ophold.@periods".low_leap_days * cells."ophold__aar_inkl__0@number" - cells."ophold__aar_inkl__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__aar_inkl__0,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_common_days * cells."ophold__aar_inkl__1@number" - cells."ophold__aar_inkl__1@reckoned"
            WHEN NOT (
              "ophold.@periods".until_common_days * cells."ophold__aar_inkl__1@number" - cells."ophold__aar_inkl__1@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_common_days * cells."ophold__aar_inkl__1@number" - cells."ophold__aar_inkl__1@reckoned"
            WHEN NOT (
              "ophold.@periods".low_common_days * cells."ophold__aar_inkl__1@number" - cells."ophold__aar_inkl__1@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__aar_inkl__1
      FROM (VALUES
        (
          CAST('2023-01-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST('2023-01-01' AS DATE),
          CAST(4758 AS BIGINT),
          CAST(4758 AS BIGINT),
          CAST(14600 AS BIGINT),
          CAST(14965 AS BIGINT)
        ),
        (
          CAST('2024-01-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(4758 AS BIGINT),
          CAST(5124 AS BIGINT),
          CAST(14965 AS BIGINT),
          CAST(14965 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_leap_days, until_leap_days, low_common_days, until_common_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('YEAR', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__aar_inkl__0@number") AS "ophold__aar_inkl__0@number",
          SUM(events."ophold__aar_inkl__0@reckoned") AS "ophold__aar_inkl__0@reckoned",
          SUM(events."ophold__aar_inkl__1@number") AS "ophold__aar_inkl__1@number",
          SUM(events."ophold__aar_inkl__1@reckoned") AS "ophold__aar_inkl__1@reckoned"
        FROM (
          SELECT
            "@event",
            "ophold__aar_inkl__0@number",
            "ophold__aar_inkl__0@reckoned",
            "ophold__aar_inkl__1@number",
            "ophold__aar_inkl__1@reckoned"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aar_inkl__0@number",
              SUM(
                (
                  (
                    YEAR(ophold.start) - 1
                  ) // 4 - (
                    YEAR(ophold.start) - 1
                  ) // 100 + (
                    YEAR(ophold.start) - 1
                  ) // 400 - 477
                ) * 366 + (
                  (
                    (
                      YEAR(ophold.start)
                    ) // 4 - (
                      YEAR(ophold.start)
                    ) // 100 + (
                      YEAR(ophold.start)
                    ) // 400 - 477
                  ) - (
                    (
                      YEAR(ophold.start) - 1
                    ) // 4 - (
                      YEAR(ophold.start) - 1
                    ) // 100 + (
                      YEAR(ophold.start) - 1
                    ) // 400 - 477
                  )
                ) * (
                  DAYOFYEAR(ophold.start) - 1
                )
              ) AS "ophold__aar_inkl__0@reckoned",
              COUNT(*) AS "ophold__aar_inkl__1@number",
              SUM(
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start) - (
                  (
                    (
                      YEAR(ophold.start) - 1
                    ) // 4 - (
                      YEAR(ophold.start) - 1
                    ) // 100 + (
                      YEAR(ophold.start) - 1
                    ) // 400 - 477
                  ) * 366 + (
                    (
                      (
                        YEAR(ophold.start)
                      ) // 4 - (
                        YEAR(ophold.start)
                      ) // 100 + (
                        YEAR(ophold.start)
                      ) // 400 - 477
                    ) - (
                      (
                        YEAR(ophold.start) - 1
                      ) // 4 - (
                        YEAR(ophold.start) - 1
                      ) // 100 + (
                        YEAR(ophold.start) - 1
                      ) // 400 - 477
                    )
                  ) * (
                    DAYOFYEAR(ophold.start) - 1
                  )
                )
              ) AS "ophold__aar_inkl__1@reckoned"
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
                    ophold.start < (
                      ophold.slut + 1
                    )
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__aar_inkl__0@number" AS "ophold__aar_inkl__0@number",
            -"ophold__aar_inkl__0@reckoned" AS "ophold__aar_inkl__0@reckoned",
            -"ophold__aar_inkl__1@number" AS "ophold__aar_inkl__1@number",
            -"ophold__aar_inkl__1@reckoned" AS "ophold__aar_inkl__1@reckoned"
          FROM (
            SELECT
              (
                ophold.slut + 1
              ) AS "@event",
              COUNT(*) AS "ophold__aar_inkl__0@number",
              SUM(
                (
                  (
                    YEAR((
                      ophold.slut + 1
                    )) - 1
                  ) // 4 - (
                    YEAR((
                      ophold.slut + 1
                    )) - 1
                  ) // 100 + (
                    YEAR((
                      ophold.slut + 1
                    )) - 1
                  ) // 400 - 477
                ) * 366 + (
                  (
                    (
                      YEAR((
                        ophold.slut + 1
                      ))
                    ) // 4 - (
                      YEAR((
                        ophold.slut + 1
                      ))
                    ) // 100 + (
                      YEAR((
                        ophold.slut + 1
                      ))
                    ) // 400 - 477
                  ) - (
                    (
                      YEAR((
                        ophold.slut + 1
                      )) - 1
                    ) // 4 - (
                      YEAR((
                        ophold.slut + 1
                      )) - 1
                    ) // 100 + (
                      YEAR((
                        ophold.slut + 1
                      )) - 1
                    ) // 400 - 477
                  )
                ) * (
                  DAYOFYEAR((
                    ophold.slut + 1
                  )) - 1
                )
              ) AS "ophold__aar_inkl__0@reckoned",
              COUNT(*) AS "ophold__aar_inkl__1@number",
              SUM(
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), (
                  ophold.slut + 1
                )) - (
                  (
                    (
                      YEAR((
                        ophold.slut + 1
                      )) - 1
                    ) // 4 - (
                      YEAR((
                        ophold.slut + 1
                      )) - 1
                    ) // 100 + (
                      YEAR((
                        ophold.slut + 1
                      )) - 1
                    ) // 400 - 477
                  ) * 366 + (
                    (
                      (
                        YEAR((
                          ophold.slut + 1
                        ))
                      ) // 4 - (
                        YEAR((
                          ophold.slut + 1
                        ))
                      ) // 100 + (
                        YEAR((
                          ophold.slut + 1
                        ))
                      ) // 400 - 477
                    ) - (
                      (
                        YEAR((
                          ophold.slut + 1
                        )) - 1
                      ) // 4 - (
                        YEAR((
                          ophold.slut + 1
                        )) - 1
                      ) // 100 + (
                        YEAR((
                          ophold.slut + 1
                        )) - 1
                      ) // 400 - 477
                    )
                  ) * (
                    DAYOFYEAR((
                      ophold.slut + 1
                    )) - 1
                  )
                )
              ) AS "ophold__aar_inkl__1@reckoned"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.start < $1 AND (
                  (
                    ophold.slut + 1
                  ) < $1
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
                    ophold.start < (
                      ophold.slut + 1
                    )
                  ) IS FALSE
                )
              )
            GROUP BY
              1
          ) AS side
        ) AS events
        GROUP BY
          1
      ) AS cells
        ON TRUE
      GROUP BY
        1
    ) AS ophold__aar_inkl__0
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__year ASC
LIMIT 10001
