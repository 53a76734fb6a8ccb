SELECT
  besoeg__periode__month AS "besoeg.periode.month",
  CAST(besoeg__nye__in__besoeg__nye__aatd AS BIGINT) AS "besoeg.nye__aatd",
  CAST(besoeg__doegn__in__besoeg__doegn__aatd AS BIGINT) AS "besoeg.doegn__aatd",
  CAST(besoeg__aktive__in__besoeg__aktive__sidste_aar AS BIGINT) AS "besoeg.aktive__sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.besoeg__periode__month,
      CASE
        WHEN facts.besoeg__periode__month <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.besoeg__nye__in__besoeg__nye__aatd), 0)
      END AS besoeg__nye__in__besoeg__nye__aatd,
      MAX(facts.besoeg__doegn__in__besoeg__doegn__aatd) AS besoeg__doegn__in__besoeg__doegn__aatd,
      CASE
        WHEN facts.besoeg__periode__month <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.besoeg__aktive__in__besoeg__aktive__sidste_aar), 0)
      END AS besoeg__aktive__in__besoeg__aktive__sidste_aar
    FROM (
      SELECT
        besoeg__periode__month,
        besoeg__nye__in__besoeg__nye__aatd,
        NULL AS besoeg__doegn__in__besoeg__doegn__aatd,
        NULL AS besoeg__aktive__in__besoeg__aktive__sidste_aar
      FROM (
        SELECT
          "besoeg.@periods".begins AS besoeg__periode__month,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" >= "besoeg.@periods".low
                AND cells."@event" < "besoeg.@periods".high
                THEN cells."besoeg__nye__in__besoeg__nye__aatd@number"
                WHEN NOT (
                  cells."besoeg__nye__in__besoeg__nye__aatd@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS besoeg__nye__in__besoeg__nye__aatd
        FROM (VALUES
          (
            CAST('2023-12-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST('2023-01-01' AS DATE)
          ),
          (
            CAST('2024-01-01' AS DATE),
            CAST('2024-02-01' AS DATE),
            CAST('2024-01-01' AS DATE)
          ),
          (
            CAST('2024-02-01' AS DATE),
            CAST('2024-03-01' AS DATE),
            CAST('2024-01-01' AS DATE)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-01-01' AS DATE)
          )) AS "besoeg.@periods"(begins, high, low)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."besoeg__nye__in__besoeg__nye__aatd@number") AS "besoeg__nye__in__besoeg__nye__aatd@number"
          FROM (
            SELECT
              "@event",
              "besoeg__nye__in__besoeg__nye__aatd@number"
            FROM (
              SELECT
                CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS "@event",
                COUNT(*) AS "besoeg__nye__in__besoeg__nye__aatd@number"
              FROM demo.main.ophold AS besoeg
              WHERE
                CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) < $1
                AND (
                  (
                    (
                      CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                    ) > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      (
                        CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                      ) < (
                        CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
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
      ) AS besoeg__nye__in__besoeg__nye__aatd
      UNION ALL
      SELECT
        besoeg__periode__month,
        NULL AS besoeg__nye__in__besoeg__nye__aatd,
        besoeg__doegn__in__besoeg__doegn__aatd,
        NULL AS besoeg__aktive__in__besoeg__aktive__sidste_aar
      FROM (
        SELECT
          "besoeg.@periods".begins AS besoeg__periode__month,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "besoeg.@periods".high
              THEN "besoeg.@periods".until_days * cells."besoeg__doegn__in__besoeg__doegn__aatd@number" - cells."besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
              WHEN NOT (
                "besoeg.@periods".until_days * cells."besoeg__doegn__in__besoeg__doegn__aatd@number" - cells."besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "besoeg.@periods".low
              THEN "besoeg.@periods".low_days * cells."besoeg__doegn__in__besoeg__doegn__aatd@number" - cells."besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
              WHEN NOT (
                "besoeg.@periods".low_days * cells."besoeg__doegn__in__besoeg__doegn__aatd@number" - cells."besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS INT128) AS besoeg__doegn__in__besoeg__doegn__aatd
        FROM (VALUES
          (
            CAST('2023-12-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            CAST(19358 AS BIGINT),
            CAST(19723 AS BIGINT)
          ),
          (
            CAST('2024-01-01' AS DATE),
            CAST('2024-02-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19754 AS BIGINT)
          ),
          (
            CAST('2024-02-01' AS DATE),
            CAST('2024-03-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19783 AS BIGINT)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19844 AS BIGINT)
          )) AS "besoeg.@periods"(begins, high, low, low_days, until_days)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."besoeg__doegn__in__besoeg__doegn__aatd@number") AS "besoeg__doegn__in__besoeg__doegn__aatd@number",
            SUM(events."besoeg__doegn__in__besoeg__doegn__aatd@reckoned") AS "besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
          FROM (
            SELECT
              "@event",
              "besoeg__doegn__in__besoeg__doegn__aatd@number",
              "besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
            FROM (
              SELECT
                CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS "@event",
                COUNT(*) AS "besoeg__doegn__in__besoeg__doegn__aatd@number",
                SUM(
                  DATE_DIFF(
                    'DAY',
                    CAST('1970-01-01' AS DATE),
                    (
                      CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                    )
                  )
                ) AS "besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
              FROM demo.main.ophold AS besoeg
              WHERE
                CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) < $1
                AND (
                  (
                    (
                      CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                    ) > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      (
                        CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                      ) < (
                        CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
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
              -"besoeg__doegn__in__besoeg__doegn__aatd@number" AS "besoeg__doegn__in__besoeg__doegn__aatd@number",
              -"besoeg__doegn__in__besoeg__doegn__aatd@reckoned" AS "besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
            FROM (
              SELECT
                CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS "@event",
                COUNT(*) AS "besoeg__doegn__in__besoeg__doegn__aatd@number",
                SUM(
                  DATE_DIFF(
                    'DAY',
                    CAST('1970-01-01' AS DATE),
                    (
                      CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                    )
                  )
                ) AS "besoeg__doegn__in__besoeg__doegn__aatd@reckoned"
              FROM demo.main.ophold AS besoeg
              WHERE
                (
                  CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) < $1
                  AND (
                    CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) < $1
                  )
                )
                AND (
                  (
                    (
                      CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                    ) > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      (
                        CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                      ) < (
                        CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
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
      ) AS besoeg__doegn__in__besoeg__doegn__aatd
      UNION ALL
      SELECT
        besoeg__periode__month,
        NULL AS besoeg__nye__in__besoeg__nye__aatd,
        NULL AS besoeg__doegn__in__besoeg__doegn__aatd,
        besoeg__aktive__in__besoeg__aktive__sidste_aar
      FROM (
        SELECT
          "besoeg.@periods".begins AS besoeg__periode__month,
          CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" < "besoeg.@periods".high
                THEN cells."besoeg__aktive__in__besoeg__aktive__sidste_aar@number"
                WHEN NOT (
                  cells."besoeg__aktive__in__besoeg__aktive__sidste_aar@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT) AS besoeg__aktive__in__besoeg__aktive__sidste_aar
        FROM (VALUES
          (CAST('2023-12-01' AS DATE), CAST('2023-01-01' AS DATE)),
          (CAST('2024-01-01' AS DATE), CAST('2023-02-01' AS DATE)),
          (CAST('2024-02-01' AS DATE), CAST('2023-03-01' AS DATE)),
          (CAST('2024-03-01' AS DATE), CAST('2023-04-01' AS DATE)),
          (CAST('2024-04-01' AS DATE), CAST('2023-05-01' AS DATE))) AS "besoeg.@periods"(begins, high)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."besoeg__aktive__in__besoeg__aktive__sidste_aar@number") AS "besoeg__aktive__in__besoeg__aktive__sidste_aar@number"
          FROM (
            SELECT
              "@event",
              "besoeg__aktive__in__besoeg__aktive__sidste_aar@number"
            FROM (
              SELECT
                CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS "@event",
                COUNT(*) AS "besoeg__aktive__in__besoeg__aktive__sidste_aar@number"
              FROM demo.main.ophold AS besoeg
              WHERE
                CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) < $2
                AND (
                  (
                    (
                      CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                    ) > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      (
                        CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                      ) < (
                        CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
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
              -"besoeg__aktive__in__besoeg__aktive__sidste_aar@number" AS "besoeg__aktive__in__besoeg__aktive__sidste_aar@number"
            FROM (
              SELECT
                CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) AS "@event",
                COUNT(*) AS "besoeg__aktive__in__besoeg__aktive__sidste_aar@number"
              FROM demo.main.ophold AS besoeg
              WHERE
                (
                  CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) < $2
                  AND (
                    CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE) < $2
                  )
                )
                AND (
                  (
                    (
                      CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                    ) > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      (
                        CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
                      ) < (
                        CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York' AS DATE)
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
      ) AS besoeg__aktive__in__besoeg__aktive__sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.besoeg__periode__month,
    CASE
      WHEN facts.besoeg__periode__month <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.besoeg__nye__in__besoeg__nye__aatd), 0)
    END AS besoeg__nye__in__besoeg__nye__aatd,
    MAX(facts.besoeg__doegn__in__besoeg__doegn__aatd) AS besoeg__doegn__in__besoeg__doegn__aatd,
    CASE
      WHEN facts.besoeg__periode__month <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.besoeg__aktive__in__besoeg__aktive__sidste_aar), 0)
    END AS besoeg__aktive__in__besoeg__aktive__sidste_aar
  FROM (
    SELECT
      besoeg__periode__month,
      besoeg__nye__in__besoeg__nye__aatd,
      besoeg__doegn__in__besoeg__doegn__aatd,
      besoeg__aktive__in__besoeg__aktive__sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      besoeg__periode__month.besoeg__periode__month,
      NULL AS besoeg__nye__in__besoeg__nye__aatd,
      NULL AS besoeg__doegn__in__besoeg__doegn__aatd,
      NULL AS besoeg__aktive__in__besoeg__aktive__sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS besoeg__periode__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS besoeg__periode__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  besoeg__periode__month ASC
LIMIT 10001
