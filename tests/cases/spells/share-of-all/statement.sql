SELECT
  ophold__kode AS "ophold.kode",
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__aktive__in__ophold__aktive_i_alt AS BIGINT) AS "ophold.aktive_i_alt"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__periode__month,
    COALESCE(facts.ophold__aktive, 0) AS ophold__aktive,
    COALESCE(
      ophold__aktive__in__ophold__aktive_i_alt.ophold__aktive__in__ophold__aktive_i_alt,
      0
    ) AS ophold__aktive__in__ophold__aktive_i_alt
  FROM (
    SELECT
      cells.ophold__kode,
      "ophold.@periods".begins AS ophold__periode__month,
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
      ) AS BIGINT) AS ophold__aktive
    FROM (
      SELECT
        events.ophold__kode,
        CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
        SUM(events."ophold__aktive@number") AS "ophold__aktive@number"
      FROM (
        SELECT
          ophold__kode,
          "@event",
          "ophold__aktive@number"
        FROM (
          SELECT
            ophold.tilbud AS ophold__kode,
            ophold.start AS "@event",
            COUNT(*) AS "ophold__aktive@number"
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
          GROUP BY
            1,
            2
        ) AS side
        UNION ALL
        SELECT
          ophold__kode,
          "@event",
          -"ophold__aktive@number" AS "ophold__aktive@number"
        FROM (
          SELECT
            ophold.tilbud AS ophold__kode,
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__aktive@number"
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
  ) AS facts
  LEFT JOIN (
    SELECT
      "ophold.@periods".begins AS ophold__periode__month,
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
      (CAST('2024-02-01' AS DATE), CAST('2024-03-01' AS DATE)),
      (CAST('2024-03-01' AS DATE), CAST('2024-04-01' AS DATE))) AS "ophold.@periods"(begins, high)
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
    GROUP BY
      1
  ) AS ophold__aktive__in__ophold__aktive_i_alt
    ON facts.ophold__periode__month IS NOT DISTINCT FROM ophold__aktive__in__ophold__aktive_i_alt.ophold__periode__month
) AS core
ORDER BY
  ophold__periode__month ASC,
  ophold__kode ASC
LIMIT 10001
