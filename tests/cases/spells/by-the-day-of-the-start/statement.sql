SELECT
  ophold__start__year AS "ophold.start.year",
  CAST(ophold__doegn AS BIGINT) AS "ophold.doegn"
FROM (
  SELECT
    cells.ophold__start__year,
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
      events.ophold__start__year,
      CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
      SUM(events."ophold__doegn@number") AS "ophold__doegn@number",
      SUM(events."ophold__doegn@reckoned") AS "ophold__doegn@reckoned"
    FROM (
      SELECT
        ophold__start__year,
        "@event",
        "ophold__doegn@number",
        "ophold__doegn@reckoned"
      FROM (
        SELECT
          CAST(DATE_TRUNC('YEAR', ophold.start) AS DATE) AS ophold__start__year,
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
        ophold__start__year,
        "@event",
        -"ophold__doegn@number" AS "ophold__doegn@number",
        -"ophold__doegn@reckoned" AS "ophold__doegn@reckoned"
      FROM (
        SELECT
          CAST(DATE_TRUNC('YEAR', ophold.start) AS DATE) AS ophold__start__year,
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
    ) AS events
    GROUP BY
      1,
      2
  ) AS cells
  CROSS JOIN (VALUES
    (
      CAST('2024-01-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST(19723 AS BIGINT),
      CAST(19814 AS BIGINT)
    )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
  GROUP BY
    1
) AS core
ORDER BY
  ophold__start__year ASC
LIMIT 10001
