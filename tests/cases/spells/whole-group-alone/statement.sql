SELECT
  ophold__kode AS "ophold.kode",
  CAST(ophold__aktive__in__ophold__aktive_i_alt AS BIGINT) AS "ophold.aktive_i_alt"
FROM (
  SELECT
    facts.ophold__kode,
    COALESCE(
      ophold__aktive__in__ophold__aktive_i_alt.ophold__aktive__in__ophold__aktive_i_alt,
      0
    ) AS ophold__aktive__in__ophold__aktive_i_alt
  FROM (
    SELECT
      cells.ophold__kode
    FROM (
      SELECT
        events.ophold__kode,
        CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event"
      FROM (
        SELECT
          ophold__kode,
          "@event"
        FROM (
          SELECT DISTINCT
            ophold.tilbud AS ophold__kode,
            ophold.start AS "@event"
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
                  ophold.slut >= CAST('2024-02-01' AS DATE)
                ) IS FALSE
              )
            )
        ) AS side
        UNION ALL
        SELECT
          ophold__kode,
          "@event"
        FROM (
          SELECT DISTINCT
            ophold.tilbud AS ophold__kode,
            ophold.slut AS "@event"
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
                  ophold.slut >= CAST('2024-02-01' AS DATE)
                ) IS FALSE
              )
            )
        ) AS side
      ) AS events
      GROUP BY
        1,
        2
    ) AS cells
    CROSS JOIN (VALUES
      (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE))) AS "ophold.@periods"(begins, high)
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      CAST(COALESCE(
        SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN cells."ophold__aktive__in__ophold__aktive_i_alt@number"
            WHEN NOT (
              cells."ophold__aktive__in__ophold__aktive_i_alt@number"
            ) IS NULL
            THEN 0
          END
        ),
        0
      ) AS BIGINT) AS ophold__aktive__in__ophold__aktive_i_alt
    FROM (VALUES
      (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE))) AS "ophold.@periods"(begins, high)
    LEFT JOIN (
      SELECT
        CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
        SUM(events."ophold__aktive__in__ophold__aktive_i_alt@number") AS "ophold__aktive__in__ophold__aktive_i_alt@number"
      FROM (
        SELECT
          "@event",
          "ophold__aktive__in__ophold__aktive_i_alt@number"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive_i_alt@number"
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
          -"ophold__aktive__in__ophold__aktive_i_alt@number" AS "ophold__aktive__in__ophold__aktive_i_alt@number"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive_i_alt@number"
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
      ) AS events
      GROUP BY
        1
    ) AS cells
      ON TRUE
  ) AS ophold__aktive__in__ophold__aktive_i_alt
) AS core
ORDER BY
  ophold__kode ASC
LIMIT 10001
