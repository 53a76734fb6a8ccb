SELECT
  botilbud__tilbud_paragraf AS "botilbud.tilbud_paragraf",
  CAST(ophold__aktive_ophold AS BIGINT) AS "botilbud.aktive_ophold",
  CAST(ophold__aktive_borgere AS BIGINT) AS "botilbud.aktive_borgere",
  CAST(ophold__nye_ophold AS BIGINT) AS "botilbud.nye_ophold",
  CAST(ophold__afsluttede_ophold AS BIGINT) AS "botilbud.afsluttede_ophold",
  CAST(ophold__doegn AS BIGINT) AS "botilbud.doegn",
  CAST(ophold__disponerede_doegn AS BIGINT) AS "botilbud.disponerede_doegn",
  CAST(NEAREST_QUOTIENT(CAST(ophold__helaarspladser__0 AS INT128) * 100, 365) AS DECIMAL(38, 0)) * 0.01 AS "botilbud.helaarspladser",
  CAST(ROUND(ophold__udgift_disponeret, 0) AS DECIMAL(38, 0)) AS "botilbud.udgift_disponeret",
  CAST(NEAREST_QUOTIENT(
    CAST(ophold__doegn_afsluttede AS INT128) * 10,
    CAST(ophold__afsluttede_ophold AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "botilbud.opholdslaengde"
FROM (
  SELECT
    facts.botilbud__tilbud_paragraf,
    COALESCE(MAX(facts.ophold__aktive_ophold), 0) AS ophold__aktive_ophold,
    COALESCE(MAX(facts.ophold__nye_ophold), 0) AS ophold__nye_ophold,
    COALESCE(MAX(facts.ophold__afsluttede_ophold), 0) AS ophold__afsluttede_ophold,
    MAX(facts.ophold__doegn) AS ophold__doegn,
    MAX(facts.ophold__helaarspladser__0) AS ophold__helaarspladser__0,
    MAX(facts.ophold__doegn_afsluttede) AS ophold__doegn_afsluttede,
    COALESCE(MAX(facts.ophold__aktive_borgere), 0) AS ophold__aktive_borgere,
    MAX(facts.ophold__disponerede_doegn) AS ophold__disponerede_doegn,
    MAX(facts.ophold__udgift_disponeret) AS ophold__udgift_disponeret
  FROM (
    SELECT
      botilbud__tilbud_paragraf,
      ophold__aktive_ophold,
      ophold__nye_ophold,
      ophold__afsluttede_ophold,
      ophold__doegn,
      ophold__helaarspladser__0,
      ophold__doegn_afsluttede,
      NULL AS ophold__aktive_borgere,
      NULL AS ophold__disponerede_doegn,
      NULL AS ophold__udgift_disponeret
    FROM (
      SELECT
        cells.botilbud__tilbud_paragraf,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive_ophold@number"
              WHEN NOT (
                cells."ophold__aktive_ophold@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive_ophold,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "ophold.@periods".low
              AND cells."@event" < "ophold.@periods".high
              THEN cells."ophold__nye_ophold@number"
              WHEN NOT (
                cells."ophold__nye_ophold@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__nye_ophold,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "ophold.@periods".low
              AND cells."@event" < "ophold.@periods".high
              THEN cells."ophold__afsluttede_ophold@number"
              WHEN NOT (
                cells."ophold__afsluttede_ophold@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__afsluttede_ophold,
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
        ) AS INT128) AS ophold__doegn,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__helaarspladser__0@number" - cells."ophold__helaarspladser__0@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__helaarspladser__0@number" - cells."ophold__helaarspladser__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__helaarspladser__0@number" - cells."ophold__helaarspladser__0@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__helaarspladser__0@number" - cells."ophold__helaarspladser__0@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__helaarspladser__0,
        CAST(SUM(
          CASE
            WHEN cells."@event" >= "ophold.@periods".low
            AND cells."@event" < "ophold.@periods".high
            THEN cells."ophold__doegn_afsluttede@number"
            WHEN NOT (
              cells."ophold__doegn_afsluttede@number"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn_afsluttede
      FROM (
        SELECT
          events.botilbud__tilbud_paragraf,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__aktive_ophold@number") AS "ophold__aktive_ophold@number",
          SUM(events."ophold__nye_ophold@number") AS "ophold__nye_ophold@number",
          SUM(events."ophold__afsluttede_ophold@number") AS "ophold__afsluttede_ophold@number",
          SUM(events."ophold__doegn@number") AS "ophold__doegn@number",
          SUM(events."ophold__doegn@reckoned") AS "ophold__doegn@reckoned",
          SUM(events."ophold__helaarspladser__0@number") AS "ophold__helaarspladser__0@number",
          SUM(events."ophold__helaarspladser__0@reckoned") AS "ophold__helaarspladser__0@reckoned",
          SUM(events."ophold__doegn_afsluttede@number") AS "ophold__doegn_afsluttede@number"
        FROM (
          SELECT
            botilbud__tilbud_paragraf,
            "@event",
            "ophold__aktive_ophold@number",
            "ophold__nye_ophold@number",
            NULL AS "ophold__afsluttede_ophold@number",
            "ophold__doegn@number",
            "ophold__doegn@reckoned",
            "ophold__helaarspladser__0@number",
            "ophold__helaarspladser__0@reckoned",
            NULL AS "ophold__doegn_afsluttede@number"
          FROM (
            SELECT
              "ophold.tilbud".paragraf AS botilbud__tilbud_paragraf,
              ophold.start AS "@event",
              COUNT(*) AS "ophold__aktive_ophold@number",
              COUNT(*) AS "ophold__nye_ophold@number",
              COUNT(*) AS "ophold__doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn@reckoned",
              COUNT(*) AS "ophold__helaarspladser__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__helaarspladser__0@reckoned"
            FROM demo.main.ophold AS ophold
            LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
              ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
                    ophold.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            botilbud__tilbud_paragraf,
            "@event",
            -"ophold__aktive_ophold@number" AS "ophold__aktive_ophold@number",
            NULL AS "ophold__nye_ophold@number",
            "ophold__afsluttede_ophold@number",
            -"ophold__doegn@number" AS "ophold__doegn@number",
            -"ophold__doegn@reckoned" AS "ophold__doegn@reckoned",
            -"ophold__helaarspladser__0@number" AS "ophold__helaarspladser__0@number",
            -"ophold__helaarspladser__0@reckoned" AS "ophold__helaarspladser__0@reckoned",
            "ophold__doegn_afsluttede@number"
          FROM (
            SELECT
              "ophold.tilbud".paragraf AS botilbud__tilbud_paragraf,
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__aktive_ophold@number",
              COUNT(*) AS "ophold__afsluttede_ophold@number",
              COUNT(*) AS "ophold__doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn@reckoned",
              COUNT(*) AS "ophold__helaarspladser__0@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__helaarspladser__0@reckoned",
              SUM(
                (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
                ) - (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
                )
              ) AS "ophold__doegn_afsluttede@number"
            FROM demo.main.ophold AS ophold
            LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
              ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
                    ophold.slut >= CAST('2025-01-01' AS DATE)
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
          CAST('2025-01-01' AS DATE),
          CAST('2026-01-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20362 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS ophold__aktive_ophold
    UNION ALL
    SELECT
      botilbud__tilbud_paragraf,
      NULL AS ophold__aktive_ophold,
      NULL AS ophold__nye_ophold,
      NULL AS ophold__afsluttede_ophold,
      NULL AS ophold__doegn,
      NULL AS ophold__helaarspladser__0,
      NULL AS ophold__doegn_afsluttede,
      ophold__aktive_borgere,
      NULL AS ophold__disponerede_doegn,
      NULL AS ophold__udgift_disponeret
    FROM (
      SELECT
        cells.botilbud__tilbud_paragraf,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive_borgere@number"
              WHEN NOT (
                cells."ophold__aktive_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive_borgere
      FROM (
        SELECT
          events.botilbud__tilbud_paragraf,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__aktive_borgere@number") AS "ophold__aktive_borgere@number"
        FROM (
          SELECT
            botilbud__tilbud_paragraf,
            "@event",
            "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ".botilbud__tilbud_paragraf" AS botilbud__tilbud_paragraf,
              ophold."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere@number"
            FROM (
              SELECT
                ".botilbud__tilbud_paragraf",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".botilbud__tilbud_paragraf", ".person", "@counted"
                      ORDER BY ".first", "@ends"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ),
                    ".first"
                  )
                ) AS "@begins",
                "@ends",
                "@counted"
              FROM (
                SELECT
                  "ophold.tilbud".paragraf AS ".botilbud__tilbud_paragraf",
                  ophold.borger_id AS ".person",
                  (
                    NOT ophold.borger_id IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ophold AS ophold
                LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
                  ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
                        ophold.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ophold
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            botilbud__tilbud_paragraf,
            "@event",
            -"ophold__aktive_borgere@number" AS "ophold__aktive_borgere@number"
          FROM (
            SELECT
              ".botilbud__tilbud_paragraf" AS botilbud__tilbud_paragraf,
              ophold."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ophold."@counted") AS "ophold__aktive_borgere@number"
            FROM (
              SELECT
                ".botilbud__tilbud_paragraf",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".botilbud__tilbud_paragraf", ".person", "@counted"
                      ORDER BY ".first", "@ends"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ),
                    ".first"
                  )
                ) AS "@begins",
                "@ends",
                "@counted"
              FROM (
                SELECT
                  "ophold.tilbud".paragraf AS ".botilbud__tilbud_paragraf",
                  ophold.borger_id AS ".person",
                  (
                    NOT ophold.borger_id IS NULL
                  ) AS "@counted",
                  ophold.start AS ".first",
                  COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ophold AS ophold
                LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
                  ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
                        ophold.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ophold
            WHERE
              "@begins" < "@ends" AND "@ends" < $1
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
        (CAST('2025-01-01' AS DATE), CAST('2026-01-01' AS DATE))) AS "ophold.@periods"(begins, high)
      GROUP BY
        1
    ) AS ophold__aktive_borgere
    UNION ALL
    SELECT
      botilbud__tilbud_paragraf,
      NULL AS ophold__aktive_ophold,
      NULL AS ophold__nye_ophold,
      NULL AS ophold__afsluttede_ophold,
      NULL AS ophold__doegn,
      NULL AS ophold__helaarspladser__0,
      NULL AS ophold__doegn_afsluttede,
      NULL AS ophold__aktive_borgere,
      ophold__disponerede_doegn,
      ophold__udgift_disponeret
    FROM (
      SELECT
        cells.botilbud__tilbud_paragraf,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__disponerede_doegn@number" - cells."ophold__disponerede_doegn@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__disponerede_doegn@number" - cells."ophold__disponerede_doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__disponerede_doegn@number" - cells."ophold__disponerede_doegn@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__disponerede_doegn@number" - cells."ophold__disponerede_doegn@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__disponerede_doegn,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__udgift_disponeret@number" - cells."ophold__udgift_disponeret@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__udgift_disponeret@number" - cells."ophold__udgift_disponeret@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__udgift_disponeret@number" - cells."ophold__udgift_disponeret@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__udgift_disponeret@number" - cells."ophold__udgift_disponeret@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ophold__udgift_disponeret
      FROM (
        SELECT
          events.botilbud__tilbud_paragraf,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__disponerede_doegn@number") AS "ophold__disponerede_doegn@number",
          SUM(events."ophold__disponerede_doegn@reckoned") AS "ophold__disponerede_doegn@reckoned",
          SUM(events."ophold__udgift_disponeret@number") AS "ophold__udgift_disponeret@number",
          SUM(events."ophold__udgift_disponeret@reckoned") AS "ophold__udgift_disponeret@reckoned"
        FROM (
          SELECT
            botilbud__tilbud_paragraf,
            "@event",
            "ophold__disponerede_doegn@number",
            "ophold__disponerede_doegn@reckoned",
            "ophold__udgift_disponeret@number",
            "ophold__udgift_disponeret@reckoned"
          FROM (
            SELECT
              "ophold.tilbud".paragraf AS botilbud__tilbud_paragraf,
              ophold.start AS "@event",
              COUNT(*) AS "ophold__disponerede_doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__disponerede_doegn@reckoned",
              SUM(ophold.beloeb_pr_dag) AS "ophold__udgift_disponeret@number",
              SUM(
                ophold.beloeb_pr_dag * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
                )
              ) AS "ophold__udgift_disponeret@reckoned"
            FROM demo.main.ophold AS ophold
            LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
              ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
                    ophold.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            botilbud__tilbud_paragraf,
            "@event",
            -"ophold__disponerede_doegn@number" AS "ophold__disponerede_doegn@number",
            -"ophold__disponerede_doegn@reckoned" AS "ophold__disponerede_doegn@reckoned",
            -"ophold__udgift_disponeret@number" AS "ophold__udgift_disponeret@number",
            -"ophold__udgift_disponeret@reckoned" AS "ophold__udgift_disponeret@reckoned"
          FROM (
            SELECT
              "ophold.tilbud".paragraf AS botilbud__tilbud_paragraf,
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__disponerede_doegn@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__disponerede_doegn@reckoned",
              SUM(ophold.beloeb_pr_dag) AS "ophold__udgift_disponeret@number",
              SUM(
                ophold.beloeb_pr_dag * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
                )
              ) AS "ophold__udgift_disponeret@reckoned"
            FROM demo.main.ophold AS ophold
            LEFT JOIN demo.main.tilbud AS "ophold.tilbud"
              ON ophold.tilbud_id = "ophold.tilbud".tilbud_id
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
                    ophold.slut >= CAST('2025-01-01' AS DATE)
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
          CAST('2025-01-01' AS DATE),
          CAST('2026-01-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20454 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1
    ) AS ophold__disponerede_doegn
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  botilbud__tilbud_paragraf ASC
LIMIT 10001
