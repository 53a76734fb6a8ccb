SELECT
  anbringelser__lov AS "anbringelser.lov",
  anbringelser__paragraf AS "anbringelser.paragraf",
  CAST(anbringelse__nye_anbringelser AS BIGINT) AS "anbringelser.nye_anbringelser",
  CAST(anbringelse__aktive_anbringelser AS BIGINT) AS "anbringelser.aktive_anbringelser"
FROM (
  SELECT
    cells.anbringelser__lov,
    cells.anbringelser__paragraf,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "anbringelse.@periods".low
          AND cells."@event" < "anbringelse.@periods".high
          THEN cells."anbringelse__nye_anbringelser@number"
          WHEN NOT (
            cells."anbringelse__nye_anbringelser@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS anbringelse__nye_anbringelser,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "anbringelse.@periods".high
          THEN cells."anbringelse__aktive_anbringelser@number"
          WHEN NOT (
            cells."anbringelse__aktive_anbringelser@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS anbringelse__aktive_anbringelser
  FROM (
    SELECT
      events.anbringelser__lov,
      events.anbringelser__paragraf,
      CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
      SUM(events."anbringelse__nye_anbringelser@number") AS "anbringelse__nye_anbringelser@number",
      SUM(events."anbringelse__aktive_anbringelser@number") AS "anbringelse__aktive_anbringelser@number"
    FROM (
      SELECT
        anbringelser__lov,
        anbringelser__paragraf,
        "@event",
        "anbringelse__nye_anbringelser@number",
        "anbringelse__aktive_anbringelser@number"
      FROM (
        SELECT
          anbringelse.lov AS anbringelser__lov,
          anbringelse.paragraf AS anbringelser__paragraf,
          anbringelse.start AS "@event",
          COUNT(*) FILTER(WHERE
            anbringelse.ny) AS "anbringelse__nye_anbringelser@number",
          COUNT(*) AS "anbringelse__aktive_anbringelser@number"
        FROM demo.main.anbringelse AS anbringelse
        WHERE
          anbringelse.start < $1
          AND (
            (
              anbringelse.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                anbringelse.start < anbringelse.slut
              ) IS FALSE
            )
          )
          AND (
            (
              NOT (
                anbringelse.slut >= CAST('2024-01-01' AS DATE)
              ) IS FALSE
            )
          )
        GROUP BY
          1,
          2,
          3
      ) AS side
      UNION ALL
      SELECT
        anbringelser__lov,
        anbringelser__paragraf,
        "@event",
        NULL AS "anbringelse__nye_anbringelser@number",
        -"anbringelse__aktive_anbringelser@number" AS "anbringelse__aktive_anbringelser@number"
      FROM (
        SELECT
          anbringelse.lov AS anbringelser__lov,
          anbringelse.paragraf AS anbringelser__paragraf,
          anbringelse.slut AS "@event",
          COUNT(*) AS "anbringelse__aktive_anbringelser@number"
        FROM demo.main.anbringelse AS anbringelse
        WHERE
          (
            anbringelse.start < $1 AND (
              anbringelse.slut < $1
            )
          )
          AND (
            (
              anbringelse.start > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                anbringelse.start < anbringelse.slut
              ) IS FALSE
            )
          )
          AND (
            (
              NOT (
                anbringelse.slut >= CAST('2024-01-01' AS DATE)
              ) IS FALSE
            )
          )
        GROUP BY
          1,
          2,
          3
      ) AS side
    ) AS events
    GROUP BY
      1,
      2,
      3
  ) AS cells
  CROSS JOIN (VALUES
    (
      CAST('2024-01-01' AS DATE),
      CAST('2025-01-01' AS DATE),
      CAST('2024-01-01' AS DATE)
    )) AS "anbringelse.@periods"(begins, high, low)
  GROUP BY
    1,
    2
) AS core
ORDER BY
  anbringelse__nye_anbringelser DESC,
  anbringelser__lov ASC,
  anbringelser__paragraf ASC
LIMIT 10001
