SELECT
  ophold__kode AS "ophold.kode",
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__doegn AS BIGINT) AS "ophold.doegn",
  CAST(ophold__doegn_inkl AS BIGINT) AS "ophold.doegn_inkl"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__periode__month,
    MAX(facts.ophold__doegn) AS ophold__doegn,
    MAX(facts.ophold__doegn_inkl) AS ophold__doegn_inkl
  FROM (
    SELECT
      ophold__kode,
      ophold__periode__month,
      ophold__doegn,
      NULL AS ophold__doegn_inkl
    FROM (
      SELECT
        cells.ophold__kode,
        "ophold.@periods".begins AS ophold__periode__month,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn@number" - cells."ophold__doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn
      FROM (
        SELECT
          ophold__kode,
          "@event",
          "ophold__doegn@number",
          "ophold__doegn@reckoned"
        FROM (
          SELECT
            ophold.tilbud AS ophold__kode,
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn@reckoned"
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
          -"ophold__doegn@number" AS "ophold__doegn@number",
          -"ophold__doegn@reckoned" AS "ophold__doegn@reckoned"
        FROM (
          SELECT
            ophold.tilbud AS ophold__kode,
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn@reckoned"
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
          CAST('2024-01-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19754 AS BIGINT)
        ),
        (
          CAST('2024-02-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST(19754 AS BIGINT),
          CAST(19783 AS BIGINT)
        ),
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST(19783 AS BIGINT),
          CAST(19814 AS BIGINT)
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-04-11' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST(19814 AS BIGINT),
          CAST(19824 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1,
        2
    ) AS ophold__doegn
    UNION ALL
    SELECT
      ophold__kode,
      ophold__periode__month,
      NULL AS ophold__doegn,
      ophold__doegn_inkl
    FROM (
      SELECT
        cells.ophold__kode,
        "ophold.@periods".begins AS ophold__periode__month,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn_inkl@number" - cells."ophold__doegn_inkl@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn_inkl@number" - cells."ophold__doegn_inkl@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn_inkl@number" - cells."ophold__doegn_inkl@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn_inkl@number" - cells."ophold__doegn_inkl@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn_inkl
      FROM (
        SELECT
          ophold__kode,
          "@event",
          "ophold__doegn_inkl@number",
          "ophold__doegn_inkl@reckoned"
        FROM (
          SELECT
            ophold.tilbud AS ophold__kode,
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn_inkl@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn_inkl@reckoned"
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
            AND (
              (
                NOT (
                  (
                    ophold.slut + 1
                  ) >= CAST('2024-01-01' AS DATE)
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
          -"ophold__doegn_inkl@number" AS "ophold__doegn_inkl@number",
          -"ophold__doegn_inkl@reckoned" AS "ophold__doegn_inkl@reckoned"
        FROM (
          SELECT
            ophold.tilbud AS ophold__kode,
            (
              ophold.slut + 1
            ) AS "@event",
            COUNT(*) AS "ophold__doegn_inkl@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), (
              ophold.slut + 1
            ))) AS "ophold__doegn_inkl@reckoned"
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
            AND (
              (
                NOT (
                  (
                    ophold.slut + 1
                  ) >= CAST('2024-01-01' AS DATE)
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
          CAST('2024-02-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19754 AS BIGINT)
        ),
        (
          CAST('2024-02-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST(19754 AS BIGINT),
          CAST(19783 AS BIGINT)
        ),
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST(19783 AS BIGINT),
          CAST(19814 AS BIGINT)
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-04-11' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST(19814 AS BIGINT),
          CAST(19824 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1,
        2
    ) AS ophold__doegn_inkl
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ophold__kode ASC,
  ophold__periode__month ASC
LIMIT 10001
