SELECT
  sager__ny_center AS "sager.ny_center",
  CAST(sag__aktive AS DECIMAL(38, 2)) AS "sager.aktive",
  CAST(sag__nye AS DECIMAL(38, 2)) AS "sager.nye",
  CAST(sag__doegn AS DECIMAL(38, 2)) AS "sager.doegn",
  CAST(ROUND(sag__udgift, 2) AS DECIMAL(38, 2)) AS "sager.udgift"
FROM (
  SELECT
    facts.sager__ny_center,
    COALESCE(MAX(facts.sag__aktive), 0) AS sag__aktive,
    COALESCE(MAX(facts.sag__nye), 0) AS sag__nye,
    MAX(facts.sag__doegn) AS sag__doegn,
    MAX(facts.sag__udgift) AS sag__udgift
  FROM (
    SELECT
      sager__ny_center,
      sag__aktive,
      sag__nye,
      NULL AS sag__doegn,
      NULL AS sag__udgift
    FROM (
      SELECT
        cells.sager__ny_center,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "sag.@periods".high
              THEN cells."sag__aktive@number"
              WHEN NOT (
                cells."sag__aktive@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS DECIMAL(38, 2)) AS sag__aktive,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "sag.@periods".low AND cells."@event" < "sag.@periods".high
              THEN cells."sag__nye@number"
              WHEN NOT (
                cells."sag__nye@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS DECIMAL(38, 2)) AS sag__nye
      FROM (
        SELECT
          events.sager__ny_center,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."sag__aktive@number") AS "sag__aktive@number",
          SUM(events."sag__nye@number") AS "sag__nye@number"
        FROM (
          SELECT
            sager__ny_center,
            "@event",
            "sag__aktive@number",
            "sag__nye@number"
          FROM (
            SELECT
              "sag.ny".center AS sager__ny_center,
              sag.start AS "@event",
              CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS "sag__aktive@number",
              CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS "sag__nye@number"
            FROM demo.main.sag AS sag
            LEFT JOIN demo.main.efter AS "sag.ny"
              ON (
                sag.enhed = "sag.ny".fra_enhed
              )
              AND "sag.ny".fra <= $1
              AND (
                "sag.ny".til IS NULL OR "sag.ny".til > $1
              )
            WHERE
              sag.start < $2
              AND (
                (
                  sag.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    sag.start < sag.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    sag.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            sager__ny_center,
            "@event",
            -"sag__aktive@number" AS "sag__aktive@number",
            NULL AS "sag__nye@number"
          FROM (
            SELECT
              "sag.ny".center AS sager__ny_center,
              sag.slut AS "@event",
              CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS "sag__aktive@number"
            FROM demo.main.sag AS sag
            LEFT JOIN demo.main.efter AS "sag.ny"
              ON (
                sag.enhed = "sag.ny".fra_enhed
              )
              AND "sag.ny".fra <= $1
              AND (
                "sag.ny".til IS NULL OR "sag.ny".til > $1
              )
            WHERE
              (
                sag.start < $2 AND (
                  sag.slut < $2
                )
              )
              AND (
                (
                  sag.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    sag.start < sag.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    sag.slut >= CAST('2025-01-01' AS DATE)
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
          CAST('2025-01-01' AS DATE),
          CAST('2025-07-01' AS DATE),
          CAST('2025-01-01' AS DATE)
        )) AS "sag.@periods"(begins, high, low)
      GROUP BY
        1
    ) AS sag__aktive
    UNION ALL
    SELECT
      sager__ny_center,
      NULL AS sag__aktive,
      NULL AS sag__nye,
      sag__doegn,
      sag__udgift
    FROM (
      SELECT
        cells.sager__ny_center,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "sag.@periods".high
            THEN "sag.@periods".until_days * cells."sag__doegn@number" - cells."sag__doegn@reckoned"
            WHEN NOT (
              "sag.@periods".until_days * cells."sag__doegn@number" - cells."sag__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "sag.@periods".low
            THEN "sag.@periods".low_days * cells."sag__doegn@number" - cells."sag__doegn@reckoned"
            WHEN NOT (
              "sag.@periods".low_days * cells."sag__doegn@number" - cells."sag__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS sag__doegn,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "sag.@periods".high
            THEN "sag.@periods".until_days * cells."sag__udgift@number" - cells."sag__udgift@reckoned"
            WHEN NOT (
              "sag.@periods".until_days * cells."sag__udgift@number" - cells."sag__udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "sag.@periods".low
            THEN "sag.@periods".low_days * cells."sag__udgift@number" - cells."sag__udgift@reckoned"
            WHEN NOT (
              "sag.@periods".low_days * cells."sag__udgift@number" - cells."sag__udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 4)) AS sag__udgift
      FROM (
        SELECT
          events.sager__ny_center,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."sag__doegn@number") AS "sag__doegn@number",
          SUM(events."sag__doegn@reckoned") AS "sag__doegn@reckoned",
          SUM(events."sag__udgift@number") AS "sag__udgift@number",
          SUM(events."sag__udgift@reckoned") AS "sag__udgift@reckoned"
        FROM (
          SELECT
            sager__ny_center,
            "@event",
            "sag__doegn@number",
            "sag__doegn@reckoned",
            "sag__udgift@number",
            "sag__udgift@reckoned"
          FROM (
            SELECT
              "sag.ny".center AS sager__ny_center,
              sag.start AS "@event",
              CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS "sag__doegn@number",
              CAST(SUM(
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), sag.start) * COALESCE("sag.ny".andel, 1)
              ) AS DECIMAL(38, 2)) AS "sag__doegn@reckoned",
              CAST(SUM(sag.beloeb * COALESCE("sag.ny".andel, 1)) AS DECIMAL(38, 4)) AS "sag__udgift@number",
              CAST(SUM(
                (
                  sag.beloeb * (
                    DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), sag.start)
                  )
                ) * COALESCE("sag.ny".andel, 1)
              ) AS DECIMAL(38, 4)) AS "sag__udgift@reckoned"
            FROM demo.main.sag AS sag
            LEFT JOIN demo.main.efter AS "sag.ny"
              ON (
                sag.enhed = "sag.ny".fra_enhed
              )
              AND "sag.ny".fra <= $1
              AND (
                "sag.ny".til IS NULL OR "sag.ny".til > $1
              )
            WHERE
              sag.start < $2
              AND (
                (
                  sag.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    sag.start < sag.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    sag.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            sager__ny_center,
            "@event",
            -"sag__doegn@number" AS "sag__doegn@number",
            -"sag__doegn@reckoned" AS "sag__doegn@reckoned",
            -"sag__udgift@number" AS "sag__udgift@number",
            -"sag__udgift@reckoned" AS "sag__udgift@reckoned"
          FROM (
            SELECT
              "sag.ny".center AS sager__ny_center,
              sag.slut AS "@event",
              CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS "sag__doegn@number",
              CAST(SUM(
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), sag.slut) * COALESCE("sag.ny".andel, 1)
              ) AS DECIMAL(38, 2)) AS "sag__doegn@reckoned",
              CAST(SUM(sag.beloeb * COALESCE("sag.ny".andel, 1)) AS DECIMAL(38, 4)) AS "sag__udgift@number",
              CAST(SUM(
                (
                  sag.beloeb * (
                    DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), sag.slut)
                  )
                ) * COALESCE("sag.ny".andel, 1)
              ) AS DECIMAL(38, 4)) AS "sag__udgift@reckoned"
            FROM demo.main.sag AS sag
            LEFT JOIN demo.main.efter AS "sag.ny"
              ON (
                sag.enhed = "sag.ny".fra_enhed
              )
              AND "sag.ny".fra <= $1
              AND (
                "sag.ny".til IS NULL OR "sag.ny".til > $1
              )
            WHERE
              (
                sag.start < $2 AND (
                  sag.slut < $2
                )
              )
              AND (
                (
                  sag.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    sag.start < sag.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    sag.slut >= CAST('2025-01-01' AS DATE)
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
          CAST('2025-01-01' AS DATE),
          CAST('2025-07-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20270 AS BIGINT)
        )) AS "sag.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS sag__doegn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sager__ny_center ASC
LIMIT 10001
