SELECT
  ophold__periode__day AS "ophold.periode.day",
  CAST(ophold__doegn__in__ophold__doegn_sidste_aar AS BIGINT) AS "ophold.doegn_sidste_aar",
  CAST(ophold__aktive__in__ophold__aktive_sidste_aar AS BIGINT) AS "ophold.aktive_sidste_aar"
FROM (
  SELECT
    facts.ophold__periode__day,
    MAX(facts.ophold__doegn__in__ophold__doegn_sidste_aar) AS ophold__doegn__in__ophold__doegn_sidste_aar,
    COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive_sidste_aar), 0) AS ophold__aktive__in__ophold__aktive_sidste_aar
  FROM (
    SELECT
      ophold__periode__day,
      ophold__doegn__in__ophold__doegn_sidste_aar,
      NULL AS ophold__aktive__in__ophold__aktive_sidste_aar
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__day,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn__in__ophold__doegn_sidste_aar
      FROM (VALUES
        (
          CAST('2025-02-27' AS DATE),
          CAST('2024-02-28' AS DATE),
          CAST('2024-02-27' AS DATE),
          CAST(19780 AS BIGINT),
          CAST(19781 AS BIGINT)
        ),
        (
          CAST('2025-02-28' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST('2024-02-28' AS DATE),
          CAST(19781 AS BIGINT),
          CAST(19783 AS BIGINT)
        ),
        (
          CAST('2025-03-01' AS DATE),
          CAST('2024-03-02' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST(19783 AS BIGINT),
          CAST(19784 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__doegn__in__ophold__doegn_sidste_aar@number",
          "ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn_sidste_aar@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
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
          -"ophold__doegn__in__ophold__doegn_sidste_aar@number" AS "ophold__doegn__in__ophold__doegn_sidste_aar@number",
          -"ophold__doegn__in__ophold__doegn_sidste_aar@reckoned" AS "ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn_sidste_aar@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn_sidste_aar@reckoned"
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
    ) AS ophold__doegn__in__ophold__doegn_sidste_aar
    UNION ALL
    SELECT
      ophold__periode__day,
      NULL AS ophold__doegn__in__ophold__doegn_sidste_aar,
      ophold__aktive__in__ophold__aktive_sidste_aar
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__day,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive__in__ophold__aktive_sidste_aar@number"
              WHEN NOT (
                cells."ophold__aktive__in__ophold__aktive_sidste_aar@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive__in__ophold__aktive_sidste_aar
      FROM (VALUES
        (CAST('2025-02-27' AS DATE), CAST('2024-02-28' AS DATE)),
        (CAST('2025-02-28' AS DATE), CAST('2024-03-01' AS DATE)),
        (CAST('2025-03-01' AS DATE), CAST('2024-03-02' AS DATE))) AS "ophold.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__aktive__in__ophold__aktive_sidste_aar@number"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive_sidste_aar@number"
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
          -"ophold__aktive__in__ophold__aktive_sidste_aar@number" AS "ophold__aktive__in__ophold__aktive_sidste_aar@number"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive_sidste_aar@number"
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
    ) AS ophold__aktive__in__ophold__aktive_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__day ASC
LIMIT 10001
