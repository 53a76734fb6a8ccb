SELECT
  bolig__boligtype AS "bolig.boligtype",
  bolig__periode__year AS "bolig.periode.year",
  CAST(boligforloeb__aktive AS BIGINT) AS "bolig.aktive"
FROM (
  SELECT
    cells.bolig__boligtype,
    "boligforloeb.@periods".begins AS bolig__periode__year,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "boligforloeb.@periods".high
          THEN cells."boligforloeb__aktive@number"
          WHEN NOT (
            cells."boligforloeb__aktive@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS boligforloeb__aktive
  FROM (
    SELECT
      events.bolig__boligtype,
      CAST(DATE_TRUNC('YEAR', events."@event") AS DATE) AS "@event",
      SUM(events."boligforloeb__aktive@number") AS "boligforloeb__aktive@number"
    FROM (
      SELECT
        bolig__boligtype,
        "@event",
        "boligforloeb__aktive@number"
      FROM (
        SELECT
          boligforloeb.boligtype AS bolig__boligtype,
          boligforloeb.start AS "@event",
          COUNT(*) AS "boligforloeb__aktive@number"
        FROM demo.main.boligforloeb AS boligforloeb
        WHERE
          boligforloeb.start < $1
          AND (
            (
              boligforloeb.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                boligforloeb.start < boligforloeb.slut
              ) IS FALSE
            )
          )
          AND (
            (
              NOT (
                boligforloeb.slut >= CAST('2022-01-01' AS DATE)
              ) IS FALSE
            )
          )
        GROUP BY
          1,
          2
      ) AS side
      UNION ALL
      SELECT
        bolig__boligtype,
        "@event",
        -"boligforloeb__aktive@number" AS "boligforloeb__aktive@number"
      FROM (
        SELECT
          boligforloeb.boligtype AS bolig__boligtype,
          boligforloeb.slut AS "@event",
          COUNT(*) AS "boligforloeb__aktive@number"
        FROM demo.main.boligforloeb AS boligforloeb
        WHERE
          (
            boligforloeb.start < $1 AND (
              boligforloeb.slut < $1
            )
          )
          AND (
            (
              boligforloeb.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                boligforloeb.start < boligforloeb.slut
              ) IS FALSE
            )
          )
          AND (
            (
              NOT (
                boligforloeb.slut >= CAST('2022-01-01' AS DATE)
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
    (CAST('2022-01-01' AS DATE), CAST('2023-01-01' AS DATE)),
    (CAST('2023-01-01' AS DATE), CAST('2024-01-01' AS DATE))) AS "boligforloeb.@periods"(begins, high)
  GROUP BY
    1,
    2
) AS core
ORDER BY
  bolig__periode__year ASC,
  CASE bolig__boligtype
    WHEN 'herberg'
    THEN 0
    WHEN '§ 107'
    THEN 1
    WHEN 'egen bolig'
    THEN 2
    WHEN 'andet'
    THEN 3
  END ASC,
  bolig__boligtype ASC
LIMIT 10001
