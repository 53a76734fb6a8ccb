SELECT
  ydelser__ansvarlig_2026_art AS "ydelser.ansvarlig_2026_art",
  CAST(ydelse__aktive_ydelser AS DECIMAL(38, 2)) AS "ydelser.aktive_ydelser",
  CAST(ROUND(ydelse__disponeret_udgift, 0) AS DECIMAL(38, 0)) AS "ydelser.disponeret_udgift"
FROM (
  SELECT
    facts.ydelser__ansvarlig_2026_art,
    COALESCE(MAX(facts.ydelse__aktive_ydelser), 0) AS ydelse__aktive_ydelser,
    MAX(facts.ydelse__disponeret_udgift) AS ydelse__disponeret_udgift
  FROM (
    SELECT
      ydelser__ansvarlig_2026_art,
      ydelse__aktive_ydelser,
      NULL AS ydelse__disponeret_udgift
    FROM (
      SELECT
        cells.ydelser__ansvarlig_2026_art,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ydelse.@periods".high
              THEN cells."ydelse__aktive_ydelser@number"
              WHEN NOT (
                cells."ydelse__aktive_ydelser@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS DECIMAL(38, 2)) AS ydelse__aktive_ydelser
      FROM (
        SELECT
          events.ydelser__ansvarlig_2026_art,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ydelse__aktive_ydelser@number") AS "ydelse__aktive_ydelser@number"
        FROM (
          SELECT
            ydelser__ansvarlig_2026_art,
            "@event",
            "ydelse__aktive_ydelser@number"
          FROM (
            SELECT
              "ydelse.ansvarlig_2026".art AS ydelser__ansvarlig_2026_art,
              ydelse.start AS "@event",
              CAST(COALESCE(SUM(COALESCE("ydelse.ansvarlig_2026".andel, 1)), 0) AS DECIMAL(38, 2)) AS "ydelse__aktive_ydelser@number"
            FROM demo.main.ydelse AS ydelse
            LEFT JOIN demo.main.organisation_efter AS "ydelse.ansvarlig_2026"
              ON (
                ydelse.enhed = "ydelse.ansvarlig_2026".fra_enhed
              )
              AND "ydelse.ansvarlig_2026".gyldig_fra <= $1
              AND (
                "ydelse.ansvarlig_2026".gyldig_til IS NULL
                OR "ydelse.ansvarlig_2026".gyldig_til > $1
              )
            WHERE
              ydelse.start < $2
              AND (
                (
                  ydelse.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ydelse.start < ydelse.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    ydelse.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            ydelser__ansvarlig_2026_art,
            "@event",
            -"ydelse__aktive_ydelser@number" AS "ydelse__aktive_ydelser@number"
          FROM (
            SELECT
              "ydelse.ansvarlig_2026".art AS ydelser__ansvarlig_2026_art,
              ydelse.slut AS "@event",
              CAST(COALESCE(SUM(COALESCE("ydelse.ansvarlig_2026".andel, 1)), 0) AS DECIMAL(38, 2)) AS "ydelse__aktive_ydelser@number"
            FROM demo.main.ydelse AS ydelse
            LEFT JOIN demo.main.organisation_efter AS "ydelse.ansvarlig_2026"
              ON (
                ydelse.enhed = "ydelse.ansvarlig_2026".fra_enhed
              )
              AND "ydelse.ansvarlig_2026".gyldig_fra <= $1
              AND (
                "ydelse.ansvarlig_2026".gyldig_til IS NULL
                OR "ydelse.ansvarlig_2026".gyldig_til > $1
              )
            WHERE
              (
                ydelse.start < $2 AND (
                  ydelse.slut < $2
                )
              )
              AND (
                (
                  ydelse.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ydelse.start < ydelse.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    ydelse.slut >= CAST('2025-01-01' AS DATE)
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
        (CAST('2025-01-01' AS DATE), CAST('2026-01-01' AS DATE))) AS "ydelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS ydelse__aktive_ydelser
    UNION ALL
    SELECT
      ydelser__ansvarlig_2026_art,
      NULL AS ydelse__aktive_ydelser,
      ydelse__disponeret_udgift
    FROM (
      SELECT
        cells.ydelser__ansvarlig_2026_art,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".high
            THEN "ydelse.@periods".until_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            WHEN NOT (
              "ydelse.@periods".until_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ydelse.@periods".low
            THEN "ydelse.@periods".low_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            WHEN NOT (
              "ydelse.@periods".low_days * cells."ydelse__disponeret_udgift@number" - cells."ydelse__disponeret_udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 4)) AS ydelse__disponeret_udgift
      FROM (
        SELECT
          events.ydelser__ansvarlig_2026_art,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ydelse__disponeret_udgift@number") AS "ydelse__disponeret_udgift@number",
          SUM(events."ydelse__disponeret_udgift@reckoned") AS "ydelse__disponeret_udgift@reckoned"
        FROM (
          SELECT
            ydelser__ansvarlig_2026_art,
            "@event",
            "ydelse__disponeret_udgift@number",
            "ydelse__disponeret_udgift@reckoned"
          FROM (
            SELECT
              "ydelse.ansvarlig_2026".art AS ydelser__ansvarlig_2026_art,
              ydelse.start AS "@event",
              CAST(SUM(ydelse.beloeb_pr_dag * COALESCE("ydelse.ansvarlig_2026".andel, 1)) AS DECIMAL(38, 4)) AS "ydelse__disponeret_udgift@number",
              CAST(SUM(
                (
                  ydelse.beloeb_pr_dag * (
                    DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.start)
                  )
                ) * COALESCE("ydelse.ansvarlig_2026".andel, 1)
              ) AS DECIMAL(38, 4)) AS "ydelse__disponeret_udgift@reckoned"
            FROM demo.main.ydelse AS ydelse
            LEFT JOIN demo.main.organisation_efter AS "ydelse.ansvarlig_2026"
              ON (
                ydelse.enhed = "ydelse.ansvarlig_2026".fra_enhed
              )
              AND "ydelse.ansvarlig_2026".gyldig_fra <= $1
              AND (
                "ydelse.ansvarlig_2026".gyldig_til IS NULL
                OR "ydelse.ansvarlig_2026".gyldig_til > $1
              )
            WHERE
              ydelse.start < $1
              AND (
                (
                  ydelse.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ydelse.start < ydelse.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    ydelse.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            ydelser__ansvarlig_2026_art,
            "@event",
            -"ydelse__disponeret_udgift@number" AS "ydelse__disponeret_udgift@number",
            -"ydelse__disponeret_udgift@reckoned" AS "ydelse__disponeret_udgift@reckoned"
          FROM (
            SELECT
              "ydelse.ansvarlig_2026".art AS ydelser__ansvarlig_2026_art,
              ydelse.slut AS "@event",
              CAST(SUM(ydelse.beloeb_pr_dag * COALESCE("ydelse.ansvarlig_2026".andel, 1)) AS DECIMAL(38, 4)) AS "ydelse__disponeret_udgift@number",
              CAST(SUM(
                (
                  ydelse.beloeb_pr_dag * (
                    DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ydelse.slut)
                  )
                ) * COALESCE("ydelse.ansvarlig_2026".andel, 1)
              ) AS DECIMAL(38, 4)) AS "ydelse__disponeret_udgift@reckoned"
            FROM demo.main.ydelse AS ydelse
            LEFT JOIN demo.main.organisation_efter AS "ydelse.ansvarlig_2026"
              ON (
                ydelse.enhed = "ydelse.ansvarlig_2026".fra_enhed
              )
              AND "ydelse.ansvarlig_2026".gyldig_fra <= $1
              AND (
                "ydelse.ansvarlig_2026".gyldig_til IS NULL
                OR "ydelse.ansvarlig_2026".gyldig_til > $1
              )
            WHERE
              (
                ydelse.start < $1 AND (
                  ydelse.slut < $1
                )
              )
              AND (
                (
                  ydelse.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ydelse.start < ydelse.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    ydelse.slut >= CAST('2025-01-01' AS DATE)
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
          CAST('2026-01-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20454 AS BIGINT)
        )) AS "ydelse.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS ydelse__disponeret_udgift
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ydelser__ansvarlig_2026_art ASC
LIMIT 10001
