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
      ophold__start__year,
      "@event",
      "ophold__doegn@number",
      "ophold__doegn@reckoned"
    FROM (
      SELECT
        CAST(DATE_TRUNC('YEAR', ophold.start) AS DATE) AS ophold__start__year,
        CAST(DATE_TRUNC('MONTH', ophold.start) AS DATE) AS "@event",
        COUNT(*) AS "ophold__doegn@number",
        SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn@reckoned"
      FROM demo.main.ophold AS ophold
      WHERE
        (
          ophold.start < $1
          AND (
            (
              ophold.slut IS NULL OR (
                ophold.slut >= $2
              )
            )
          )
        )
        AND (
          (
            ISFINITE(ophold.start)
            AND (
              ophold.slut IS NULL OR ophold.start < ophold.slut
            )
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
        CAST(DATE_TRUNC('MONTH', ophold.slut) AS DATE) AS "@event",
        COUNT(*) AS "ophold__doegn@number",
        SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn@reckoned"
      FROM demo.main.ophold AS ophold
      WHERE
        (
          ophold.start < $1 AND (
            ophold.slut >= $2
          ) AND (
            ophold.slut < $1
          )
        )
        AND (
          (
            ISFINITE(ophold.start)
            AND (
              ophold.slut IS NULL OR ophold.start < ophold.slut
            )
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
      CAST('2024-01-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      TRUE,
      CAST(19723 AS BIGINT),
      CAST(19814 AS BIGINT)
    )) AS "ophold.@periods"(begins, low, high, known, low_days, until_days)
  GROUP BY
    1
) AS core
ORDER BY
  ophold__start__year ASC
LIMIT 10001
