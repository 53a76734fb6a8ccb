SELECT
  besoeg__periode__day AS "besoeg.periode.day",
  CAST(besoeg__nye AS BIGINT) AS "besoeg.nye",
  CAST(besoeg__aktive AS BIGINT) AS "besoeg.aktive",
  CAST(besoeg__doegn AS BIGINT) AS "besoeg.doegn"
FROM (
  SELECT
    facts.besoeg__periode__day,
    COALESCE(MAX(facts.besoeg__nye), 0) AS besoeg__nye,
    COALESCE(MAX(facts.besoeg__aktive), 0) AS besoeg__aktive,
    MAX(facts.besoeg__doegn) AS besoeg__doegn
  FROM (
    SELECT
      besoeg__periode__day,
      besoeg__nye,
      besoeg__aktive,
      NULL AS besoeg__doegn
    FROM (
      SELECT
        "besoeg.@periods".begins AS besoeg__periode__day,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "besoeg.@periods".low
              AND cells."@event" < "besoeg.@periods".high
              THEN cells."besoeg__nye@number"
              WHEN NOT (
                cells."besoeg__nye@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS besoeg__nye,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "besoeg.@periods".high
              THEN cells."besoeg__aktive@number"
              WHEN NOT (
                cells."besoeg__aktive@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS besoeg__aktive
      FROM (VALUES
        (
          CAST('2024-03-29' AS DATE),
          CAST('2024-03-30' AS DATE),
          CAST('2024-03-29' AS DATE)
        ),
        (
          CAST('2024-03-30' AS DATE),
          CAST('2024-03-31' AS DATE),
          CAST('2024-03-30' AS DATE)
        ),
        (
          CAST('2024-03-31' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-03-31' AS DATE)
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-04-02' AS DATE),
          CAST('2024-04-01' AS DATE)
        ),
        (
          CAST('2024-04-02' AS DATE),
          CAST('2024-04-03' AS DATE),
          CAST('2024-04-02' AS DATE)
        )) AS "besoeg.@periods"(begins, high, low)
      LEFT JOIN (
        SELECT
          "@event",
          "besoeg__nye@number",
          "besoeg__aktive@number"
        FROM (
          SELECT
            CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) AS "@event",
            COUNT(*) AS "besoeg__nye@number",
            COUNT(*) AS "besoeg__aktive@number"
          FROM demo.main.ophold AS besoeg
          WHERE
            CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) < $1
            AND (
              (
                (
                  CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                ) > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  (
                    CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                  ) < (
                    CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
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
          NULL AS "besoeg__nye@number",
          -"besoeg__aktive@number" AS "besoeg__aktive@number"
        FROM (
          SELECT
            CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) AS "@event",
            COUNT(*) AS "besoeg__aktive@number"
          FROM demo.main.ophold AS besoeg
          WHERE
            (
              CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) < $1
              AND (
                CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) < $1
              )
            )
            AND (
              (
                (
                  CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                ) > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  (
                    CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                  ) < (
                    CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                  )
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
    ) AS besoeg__nye
    UNION ALL
    SELECT
      besoeg__periode__day,
      NULL AS besoeg__nye,
      NULL AS besoeg__aktive,
      besoeg__doegn
    FROM (
      SELECT
        "besoeg.@periods".begins AS besoeg__periode__day,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "besoeg.@periods".high
            THEN "besoeg.@periods".until_days * cells."besoeg__doegn@number" - cells."besoeg__doegn@reckoned"
            WHEN NOT (
              "besoeg.@periods".until_days * cells."besoeg__doegn@number" - cells."besoeg__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "besoeg.@periods".low
            THEN "besoeg.@periods".low_days * cells."besoeg__doegn@number" - cells."besoeg__doegn@reckoned"
            WHEN NOT (
              "besoeg.@periods".low_days * cells."besoeg__doegn@number" - cells."besoeg__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS besoeg__doegn
      FROM (VALUES
        (
          CAST('2024-03-29' AS DATE),
          CAST('2024-03-30' AS DATE),
          CAST('2024-03-29' AS DATE),
          CAST(19811 AS BIGINT),
          CAST(19812 AS BIGINT)
        ),
        (
          CAST('2024-03-30' AS DATE),
          CAST('2024-03-31' AS DATE),
          CAST('2024-03-30' AS DATE),
          CAST(19812 AS BIGINT),
          CAST(19813 AS BIGINT)
        ),
        (
          CAST('2024-03-31' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-03-31' AS DATE),
          CAST(19813 AS BIGINT),
          CAST(19814 AS BIGINT)
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-04-02' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST(19814 AS BIGINT),
          CAST(19815 AS BIGINT)
        ),
        (
          CAST('2024-04-02' AS DATE),
          CAST('2024-04-03' AS DATE),
          CAST('2024-04-02' AS DATE),
          CAST(19815 AS BIGINT),
          CAST(19816 AS BIGINT)
        )) AS "besoeg.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          "@event",
          "besoeg__doegn@number",
          "besoeg__doegn@reckoned"
        FROM (
          SELECT
            CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) AS "@event",
            COUNT(*) AS "besoeg__doegn@number",
            SUM(
              DATE_DIFF(
                'DAY',
                CAST('1970-01-01' AS DATE),
                (
                  CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                )
              )
            ) AS "besoeg__doegn@reckoned"
          FROM demo.main.ophold AS besoeg
          WHERE
            CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) < $1
            AND (
              (
                (
                  CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                ) > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  (
                    CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                  ) < (
                    CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
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
          -"besoeg__doegn@number" AS "besoeg__doegn@number",
          -"besoeg__doegn@reckoned" AS "besoeg__doegn@reckoned"
        FROM (
          SELECT
            CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) AS "@event",
            COUNT(*) AS "besoeg__doegn@number",
            SUM(
              DATE_DIFF(
                'DAY',
                CAST('1970-01-01' AS DATE),
                (
                  CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                )
              )
            ) AS "besoeg__doegn@reckoned"
          FROM demo.main.ophold AS besoeg
          WHERE
            (
              CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) < $1
              AND (
                CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE) < $1
              )
            )
            AND (
              (
                (
                  CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                ) > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  (
                    CAST(besoeg.ind AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                  ) < (
                    CAST(besoeg.ud AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS DATE)
                  )
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
    ) AS besoeg__doegn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  besoeg__periode__day ASC
LIMIT 10001
