SELECT
  ophold_sted__tilbud_omraade AS "ophold_sted.tilbud_omraade",
  ophold_sted__periode__month AS "ophold_sted.periode.month",
  CAST(ophold__aktive AS BIGINT) AS "ophold_sted.aktive",
  CAST(ophold__aktive_nord AS BIGINT) AS "ophold_sted.aktive_nord",
  CAST(ophold__aktive_doegn AS BIGINT) AS "ophold_sted.aktive_doegn"
FROM (
  SELECT
    cells.ophold_sted__tilbud_omraade,
    "ophold.@periods".begins AS ophold_sted__periode__month,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "ophold.@periods".high
          THEN cells."ophold__aktive@number"
          WHEN NOT (
            cells."ophold__aktive@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ophold__aktive,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "ophold.@periods".high
          THEN cells."ophold__aktive_nord@number"
          WHEN NOT (
            cells."ophold__aktive_nord@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ophold__aktive_nord,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "ophold.@periods".high
          THEN cells."ophold__aktive_doegn@number"
          WHEN NOT (
            cells."ophold__aktive_doegn@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ophold__aktive_doegn
  FROM (
    SELECT
      events.ophold_sted__tilbud_omraade,
      CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
      SUM(events."ophold__aktive@number") AS "ophold__aktive@number",
      SUM(events."ophold__aktive_nord@number") AS "ophold__aktive_nord@number",
      SUM(events."ophold__aktive_doegn@number") AS "ophold__aktive_doegn@number"
    FROM (
      SELECT
        ophold_sted__tilbud_omraade,
        "@event",
        "ophold__aktive@number",
        "ophold__aktive_nord@number",
        "ophold__aktive_doegn@number"
      FROM (
        SELECT
          "ophold.tilbud".omraade AS ophold_sted__tilbud_omraade,
          ophold.start AS "@event",
          COUNT(*) AS "ophold__aktive@number",
          COUNT(*) FILTER(WHERE
            "ophold.tilbud".omraade = 'Nord') AS "ophold__aktive_nord@number",
          COUNT(*) FILTER(WHERE
            ophold.art = 'doegn') AS "ophold__aktive_doegn@number"
        FROM demo.main.ophold AS ophold
        LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
          ON ophold.tilbud = "ophold.tilbud".kode
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
                ophold.slut >= CAST('2024-02-01' AS DATE)
              ) IS FALSE
            )
          )
        GROUP BY
          1,
          2
      ) AS side
      UNION ALL
      SELECT
        ophold_sted__tilbud_omraade,
        "@event",
        -"ophold__aktive@number" AS "ophold__aktive@number",
        -"ophold__aktive_nord@number" AS "ophold__aktive_nord@number",
        -"ophold__aktive_doegn@number" AS "ophold__aktive_doegn@number"
      FROM (
        SELECT
          "ophold.tilbud".omraade AS ophold_sted__tilbud_omraade,
          ophold.slut AS "@event",
          COUNT(*) AS "ophold__aktive@number",
          COUNT(*) FILTER(WHERE
            "ophold.tilbud".omraade = 'Nord') AS "ophold__aktive_nord@number",
          COUNT(*) FILTER(WHERE
            ophold.art = 'doegn') AS "ophold__aktive_doegn@number"
        FROM demo.main.ophold AS ophold
        LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
          ON ophold.tilbud = "ophold.tilbud".kode
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
                ophold.slut >= CAST('2024-02-01' AS DATE)
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
    (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE)),
    (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE))) AS "ophold.@periods"(begins, high)
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ophold_sted__periode__month ASC,
  ophold_sted__tilbud_omraade ASC
LIMIT 10001
