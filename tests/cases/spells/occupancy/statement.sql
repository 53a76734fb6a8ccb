SELECT
  ophold__kode AS "ophold.kode",
  ophold__periode__month AS "ophold.periode.month",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ophold__doegn AS INT128) * 100
    ) * 100,
    CAST(pladser__pladsdoegn AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "ophold.belaegning",
  CAST(ophold__doegn AS BIGINT) AS "ophold.doegn",
  CAST(pladser__pladsdoegn AS BIGINT) AS "pladser.pladsdoegn"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__periode__month,
    MAX(facts.ophold__doegn) AS ophold__doegn,
    MAX(facts.pladser__pladsdoegn) AS pladser__pladsdoegn
  FROM (
    SELECT
      ophold__kode,
      ophold__periode__month,
      ophold__doegn,
      NULL AS pladser__pladsdoegn
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
          events.ophold__kode,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__doegn@number") AS "ophold__doegn@number",
          SUM(events."ophold__doegn@reckoned") AS "ophold__doegn@reckoned"
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
              (
                ophold.tilbud IN ($1, $2, $3) AND (
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
                    ophold.slut >= CAST('2024-03-01' AS DATE)
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
                ophold.tilbud IN ($1, $2, $3)
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
                    ophold.slut >= CAST('2024-03-01' AS DATE)
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
          CAST('2024-03-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST(19783 AS BIGINT),
          CAST(19814 AS BIGINT)
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST(19814 AS BIGINT),
          CAST(19844 AS BIGINT)
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
      pladser__pladsdoegn
    FROM (
      SELECT
        cells.ophold__kode,
        "pladser.@periods".begins AS ophold__periode__month,
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
          events.ophold__kode,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."pladser__pladsdoegn@number") AS "pladser__pladsdoegn@number",
          SUM(events."pladser__pladsdoegn@reckoned") AS "pladser__pladsdoegn@reckoned"
        FROM (
          SELECT
            ophold__kode,
            "@event",
            "pladser__pladsdoegn@number",
            "pladser__pladsdoegn@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.aabnet AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.aabnet)
                )
              ) AS "pladser__pladsdoegn@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2, $3) AND (
                  pladser.aabnet < $4
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2024-03-01' AS DATE)
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
            -"pladser__pladsdoegn@number" AS "pladser__pladsdoegn@number",
            -"pladser__pladsdoegn@reckoned" AS "pladser__pladsdoegn@reckoned"
          FROM (
            SELECT
              pladser.tilbud AS ophold__kode,
              pladser.lukket AS "@event",
              SUM(pladser.antal) AS "pladser__pladsdoegn@number",
              SUM(
                pladser.antal * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.lukket)
                )
              ) AS "pladser__pladsdoegn@reckoned"
            FROM demo.main.pladser AS pladser
            WHERE
              (
                pladser.tilbud IN ($1, $2, $3)
                AND (
                  pladser.aabnet < $4
                )
                AND (
                  pladser.lukket < $4
                )
              )
              AND (
                (
                  pladser.aabnet > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    pladser.aabnet < pladser.lukket
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    pladser.lukket >= CAST('2024-03-01' AS DATE)
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
          CAST('2024-03-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST(19783 AS BIGINT),
          CAST(19814 AS BIGINT)
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST(19814 AS BIGINT),
          CAST(19844 AS BIGINT)
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
  ophold__kode ASC,
  ophold__periode__month ASC
LIMIT 10001
