SELECT
  botilbud__tilbud_navn AS "botilbud.tilbud_navn",
  botilbud__periode__month AS "botilbud.periode.month",
  CAST(ophold__doegn AS BIGINT) AS "botilbud.doegn",
  CAST(pladser__pladsdoegn AS BIGINT) AS "pladser.pladsdoegn",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ophold__doegn AS INT128) * 100
    ) * 10,
    CAST(pladser__pladsdoegn AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "botilbud.belaegning"
FROM (
  SELECT
    facts.botilbud__tilbud_navn,
    facts.botilbud__periode__month,
    MAX(facts.ophold__doegn) AS ophold__doegn,
    MAX(facts.pladser__pladsdoegn) AS pladser__pladsdoegn
  FROM (
    SELECT
      botilbud__tilbud_navn,
      botilbud__periode__month,
      ophold__doegn,
      NULL AS pladser__pladsdoegn
    FROM (
      SELECT
        cells.botilbud__tilbud_navn,
        "ophold.@periods".begins AS botilbud__periode__month,
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
          events.botilbud__tilbud_navn,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__doegn@number") AS "ophold__doegn@number",
          SUM(events."ophold__doegn@reckoned") AS "ophold__doegn@reckoned"
        FROM (
          SELECT
            botilbud__tilbud_navn,
            "@event",
            "ophold__doegn@number",
            "ophold__doegn@reckoned"
          FROM (
            SELECT
              "ophold.tilbud".navn AS botilbud__tilbud_navn,
              ophold.start AS "@event",
              COUNT(*) AS "ophold__doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn@reckoned"
            FROM demo.main.ophold AS ophold
            LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
              ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
            WHERE
              (
                "ophold.tilbud".navn IN ($1, $2, $3) AND (
                  ophold.start < $4
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
                    ophold.slut >= CAST('2024-05-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            botilbud__tilbud_navn,
            "@event",
            -"ophold__doegn@number" AS "ophold__doegn@number",
            -"ophold__doegn@reckoned" AS "ophold__doegn@reckoned"
          FROM (
            SELECT
              "ophold.tilbud".navn AS botilbud__tilbud_navn,
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn@reckoned"
            FROM demo.main.ophold AS ophold
            LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
              ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
            WHERE
              (
                "ophold.tilbud".navn IN ($1, $2, $3)
                AND (
                  ophold.start < $4
                )
                AND (
                  ophold.slut < $4
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
                    ophold.slut >= CAST('2024-05-01' AS DATE)
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
          CAST('2024-05-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST(19844 AS BIGINT),
          CAST(19875 AS BIGINT)
        ),
        (
          CAST('2024-06-01' AS DATE),
          CAST('2024-07-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST(19875 AS BIGINT),
          CAST(19905 AS BIGINT)
        ),
        (
          CAST('2024-07-01' AS DATE),
          CAST('2024-08-01' AS DATE),
          CAST('2024-07-01' AS DATE),
          CAST(19905 AS BIGINT),
          CAST(19936 AS BIGINT)
        ),
        (
          CAST('2024-08-01' AS DATE),
          CAST('2024-09-01' AS DATE),
          CAST('2024-08-01' AS DATE),
          CAST(19936 AS BIGINT),
          CAST(19967 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1,
        2
    ) AS ophold__doegn
    UNION ALL
    SELECT
      botilbud__tilbud_navn,
      botilbud__periode__month,
      NULL AS ophold__doegn,
      pladser__pladsdoegn
    FROM (
      SELECT
        cells.botilbud__tilbud_navn,
        "pladser.@periods".begins AS botilbud__periode__month,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "pladser.@periods".high
            THEN "pladser.@periods".until_days * cells."pladser__pladsdoegn@number" - cells."pladser__pladsdoegn@reckoned"
            WHEN NOT (
              "pladser.@periods".until_days * cells."pladser__pladsdoegn@number" - cells."pladser__pladsdoegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "pladser.@periods".low
            THEN "pladser.@periods".low_days * cells."pladser__pladsdoegn@number" - cells."pladser__pladsdoegn@reckoned"
            WHEN NOT (
              "pladser.@periods".low_days * cells."pladser__pladsdoegn@number" - cells."pladser__pladsdoegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS pladser__pladsdoegn
      FROM (
        SELECT
          events.botilbud__tilbud_navn,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."pladser__pladsdoegn@number") AS "pladser__pladsdoegn@number",
          SUM(events."pladser__pladsdoegn@reckoned") AS "pladser__pladsdoegn@reckoned"
        FROM (
          SELECT
            botilbud__tilbud_navn,
            "@event",
            "pladser__pladsdoegn@number",
            "pladser__pladsdoegn@reckoned"
          FROM (
            SELECT
              "pladser.tilbud".navn AS botilbud__tilbud_navn,
              pladser.gyldig_fra AS "@event",
              SUM(pladser.pladser) AS "pladser__pladsdoegn@number",
              SUM(
                pladser.pladser * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.gyldig_fra)
                )
              ) AS "pladser__pladsdoegn@reckoned"
            FROM demo.main.pladser AS pladser
            LEFT JOIN demo.main.tilbud AS "pladser.tilbud"
              ON pladser.tilbud_id = "pladser.tilbud".tilbud_id
            WHERE
              (
                "pladser.tilbud".navn IN ($1, $2, $3) AND (
                  pladser.gyldig_fra < $4
                )
              )
              AND (
                (
                  pladser.gyldig_fra > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.gyldig_fra < pladser.gyldig_til
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.gyldig_til >= CAST('2024-05-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            botilbud__tilbud_navn,
            "@event",
            -"pladser__pladsdoegn@number" AS "pladser__pladsdoegn@number",
            -"pladser__pladsdoegn@reckoned" AS "pladser__pladsdoegn@reckoned"
          FROM (
            SELECT
              "pladser.tilbud".navn AS botilbud__tilbud_navn,
              pladser.gyldig_til AS "@event",
              SUM(pladser.pladser) AS "pladser__pladsdoegn@number",
              SUM(
                pladser.pladser * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.gyldig_til)
                )
              ) AS "pladser__pladsdoegn@reckoned"
            FROM demo.main.pladser AS pladser
            LEFT JOIN demo.main.tilbud AS "pladser.tilbud"
              ON pladser.tilbud_id = "pladser.tilbud".tilbud_id
            WHERE
              (
                "pladser.tilbud".navn IN ($1, $2, $3)
                AND (
                  pladser.gyldig_fra < $4
                )
                AND (
                  pladser.gyldig_til < $4
                )
              )
              AND (
                (
                  pladser.gyldig_fra > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.gyldig_fra < pladser.gyldig_til
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.gyldig_til >= CAST('2024-05-01' AS DATE)
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
          CAST('2024-05-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST(19844 AS BIGINT),
          CAST(19875 AS BIGINT)
        ),
        (
          CAST('2024-06-01' AS DATE),
          CAST('2024-07-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST(19875 AS BIGINT),
          CAST(19905 AS BIGINT)
        ),
        (
          CAST('2024-07-01' AS DATE),
          CAST('2024-08-01' AS DATE),
          CAST('2024-07-01' AS DATE),
          CAST(19905 AS BIGINT),
          CAST(19936 AS BIGINT)
        ),
        (
          CAST('2024-08-01' AS DATE),
          CAST('2024-09-01' AS DATE),
          CAST('2024-08-01' AS DATE),
          CAST(19936 AS BIGINT),
          CAST(19967 AS BIGINT)
        )) AS "pladser.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1,
        2
    ) AS pladser__pladsdoegn
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  botilbud__periode__month ASC,
  botilbud__tilbud_navn ASC
LIMIT 10001
