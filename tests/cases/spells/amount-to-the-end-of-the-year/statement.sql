SELECT
  ophold__kode AS "ophold.kode",
  CAST(ophold__udgift AS DECIMAL(38, 2)) AS "ophold.udgift",
  CAST(ophold__udgift_til_nu AS DECIMAL(38, 2)) AS "ophold.udgift_til_nu"
FROM (
  SELECT
    facts.ophold__kode,
    MAX(facts.ophold__udgift) AS ophold__udgift,
    MAX(facts.ophold__udgift_til_nu) AS ophold__udgift_til_nu
  FROM (
    SELECT
      ophold__kode,
      ophold__udgift,
      NULL AS ophold__udgift_til_nu
    FROM (
      SELECT
        cells.ophold__kode,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__udgift@number" - cells."ophold__udgift@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ophold__udgift
      FROM (
        SELECT
          events.ophold__kode,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__udgift@number") AS "ophold__udgift@number",
          SUM(events."ophold__udgift@reckoned") AS "ophold__udgift@reckoned"
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "ophold__udgift@number",
            "ophold__udgift@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.start AS "@event",
              SUM(ophold.takst) AS "ophold__udgift@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
              )) AS "ophold__udgift@reckoned"
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
            -"ophold__udgift@number" AS "ophold__udgift@number",
            -"ophold__udgift@reckoned" AS "ophold__udgift@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.slut AS "@event",
              SUM(ophold.takst) AS "ophold__udgift@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
              )) AS "ophold__udgift@reckoned"
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
          CAST('2025-01-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(20089 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS ophold__udgift
    UNION ALL
    SELECT
      ophold__kode,
      NULL AS ophold__udgift,
      ophold__udgift_til_nu
    FROM (
      SELECT
        cells.ophold__kode,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__udgift_til_nu@number" - cells."ophold__udgift_til_nu@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__udgift_til_nu@number" - cells."ophold__udgift_til_nu@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__udgift_til_nu@number" - cells."ophold__udgift_til_nu@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__udgift_til_nu@number" - cells."ophold__udgift_til_nu@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ophold__udgift_til_nu
      FROM (
        SELECT
          events.ophold__kode,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__udgift_til_nu@number") AS "ophold__udgift_til_nu@number",
          SUM(events."ophold__udgift_til_nu@reckoned") AS "ophold__udgift_til_nu@reckoned"
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "ophold__udgift_til_nu@number",
            "ophold__udgift_til_nu@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.start AS "@event",
              SUM(ophold.takst) AS "ophold__udgift_til_nu@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
              )) AS "ophold__udgift_til_nu@reckoned"
            FROM demo.main.ophold AS ophold
            WHERE
              ophold.start < $2
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
            -"ophold__udgift_til_nu@number" AS "ophold__udgift_til_nu@number",
            -"ophold__udgift_til_nu@reckoned" AS "ophold__udgift_til_nu@reckoned"
          FROM (
            SELECT
              ophold.tilbud AS ophold__kode,
              ophold.slut AS "@event",
              SUM(ophold.takst) AS "ophold__udgift_til_nu@number",
              SUM(ophold.takst * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
              )) AS "ophold__udgift_til_nu@reckoned"
            FROM demo.main.ophold AS ophold
            WHERE
              (
                ophold.start < $2 AND (
                  ophold.slut < $2
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
          CAST('2025-01-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS ophold__udgift_til_nu
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__kode ASC
LIMIT 10001
