SELECT
  ophold__periode__quarter AS "ophold.periode.quarter",
  CAST(ophold__doegn__in__ophold__doegn__rullende_12m AS BIGINT) AS "ophold.doegn__rullende_12m",
  CAST(ophold__nye__in__ophold__nye__rullende_12m AS BIGINT) AS "ophold.nye__rullende_12m",
  CAST(NEAREST_QUOTIENT(
    CAST(ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m AS INT128) * 100,
    CAST(ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "ophold.opholdslaengde__rullende_12m"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.ophold__periode__quarter,
      MAX(facts.ophold__doegn__in__ophold__doegn__rullende_12m) AS ophold__doegn__in__ophold__doegn__rullende_12m,
      CASE
        WHEN facts.ophold__periode__quarter <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__nye__in__ophold__nye__rullende_12m), 0)
      END AS ophold__nye__in__ophold__nye__rullende_12m,
      MAX(facts.ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m) AS ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
      CASE
        WHEN facts.ophold__periode__quarter <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m), 0)
      END AS ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
    FROM (
      SELECT
        ophold__periode__quarter,
        ophold__doegn__in__ophold__doegn__rullende_12m,
        NULL AS ophold__nye__in__ophold__nye__rullende_12m,
        NULL AS ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
        NULL AS ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".high
                THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__rullende_12m@number" - cells."ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
                WHEN NOT (
                  "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__rullende_12m@number" - cells."ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ophold.@periods".low
                THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__rullende_12m@number" - cells."ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
                WHEN NOT (
                  "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__rullende_12m@number" - cells."ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128)
          END AS ophold__doegn__in__ophold__doegn__rullende_12m
        FROM (VALUES
          (
            CAST('2023-07-01' AS DATE),
            CAST('2023-10-01' AS DATE),
            CAST('2022-10-01' AS DATE),
            TRUE,
            CAST(19266 AS BIGINT),
            CAST(19631 AS BIGINT)
          ),
          (
            CAST('2023-10-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE,
            CAST(19358 AS BIGINT),
            CAST(19723 AS BIGINT)
          ),
          (
            CAST('2024-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2023-04-01' AS DATE),
            TRUE,
            CAST(19448 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2023-06-16' AS DATE),
            TRUE,
            CAST(19524 AS BIGINT),
            CAST(19890 AS BIGINT)
          ),
          (
            CAST('2024-07-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-07-01' AS DATE),
            FALSE,
            CAST(19905 AS BIGINT),
            CAST(19890 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, known, low_days, until_days)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__doegn__in__ophold__doegn__rullende_12m@number",
            "ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__doegn__rullende_12m@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
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
            -"ophold__doegn__in__ophold__doegn__rullende_12m@number" AS "ophold__doegn__in__ophold__doegn__rullende_12m@number",
            -"ophold__doegn__in__ophold__doegn__rullende_12m@reckoned" AS "ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
          FROM (
            SELECT
              ophold.slut AS "@event",
              COUNT(*) AS "ophold__doegn__in__ophold__doegn__rullende_12m@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__rullende_12m@reckoned"
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__doegn__in__ophold__doegn__rullende_12m
      UNION ALL
      SELECT
        ophold__periode__quarter,
        NULL AS ophold__doegn__in__ophold__doegn__rullende_12m,
        ophold__nye__in__ophold__nye__rullende_12m,
        NULL AS ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
        NULL AS ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ophold.@periods".low
                  AND cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__nye__in__ophold__nye__rullende_12m@number"
                  WHEN NOT (
                    cells."ophold__nye__in__ophold__nye__rullende_12m@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__nye__in__ophold__nye__rullende_12m
        FROM (VALUES
          (
            CAST('2023-07-01' AS DATE),
            CAST('2023-10-01' AS DATE),
            CAST('2022-10-01' AS DATE),
            TRUE
          ),
          (
            CAST('2023-10-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2023-04-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2023-06-16' AS DATE),
            TRUE
          ),
          (
            CAST('2024-07-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-07-01' AS DATE),
            FALSE
          )) AS "ophold.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__nye__in__ophold__nye__rullende_12m@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__nye__in__ophold__nye__rullende_12m@number"
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__nye__in__ophold__nye__rullende_12m
      UNION ALL
      SELECT
        ophold__periode__quarter,
        NULL AS ophold__doegn__in__ophold__doegn__rullende_12m,
        NULL AS ophold__nye__in__ophold__nye__rullende_12m,
        ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
        ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
      FROM (
        SELECT
          "ophold.@periods".begins AS ophold__periode__quarter,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(SUM(
              CASE
                WHEN cells."@event" >= "ophold.@periods".low
                AND cells."@event" < "ophold.@periods".high
                THEN cells."ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m@number"
                WHEN NOT (
                  cells."ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m@number"
                ) IS NULL
                THEN 0
              END
            ) AS INT128)
          END AS ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
          CASE
            WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
            THEN CAST(COALESCE(
              SUM(
                CASE
                  WHEN cells."@event" >= "ophold.@periods".low
                  AND cells."@event" < "ophold.@periods".high
                  THEN cells."ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m@number"
                  WHEN NOT (
                    cells."ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m@number"
                  ) IS NULL
                  THEN 0
                END
              ),
              0
            ) AS BIGINT)
          END AS ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
        FROM (VALUES
          (
            CAST('2023-07-01' AS DATE),
            CAST('2023-10-01' AS DATE),
            CAST('2022-10-01' AS DATE),
            TRUE
          ),
          (
            CAST('2023-10-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST('2023-01-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-01-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2023-04-01' AS DATE),
            TRUE
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2023-06-16' AS DATE),
            TRUE
          ),
          (
            CAST('2024-07-01' AS DATE),
            CAST('2024-06-16' AS DATE),
            CAST('2024-07-01' AS DATE),
            FALSE
          )) AS "ophold.@periods"(begins, high, low, known)
        LEFT JOIN (
          SELECT
            "@event",
            "ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m@number",
            "ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m@number"
          FROM (
            SELECT
              ophold.slut AS "@event",
              SUM(
                (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
                ) - (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
                )
              ) AS "ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m@number",
              COUNT(*) AS "ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m@number"
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
        ) AS cells
          ON TRUE
        GROUP BY
          1
      ) AS ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.ophold__periode__quarter,
    MAX(facts.ophold__doegn__in__ophold__doegn__rullende_12m) AS ophold__doegn__in__ophold__doegn__rullende_12m,
    CASE
      WHEN facts.ophold__periode__quarter <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__nye__in__ophold__nye__rullende_12m), 0)
    END AS ophold__nye__in__ophold__nye__rullende_12m,
    MAX(facts.ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m) AS ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
    CASE
      WHEN facts.ophold__periode__quarter <= CAST('2024-04-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m), 0)
    END AS ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
  FROM (
    SELECT
      ophold__periode__quarter,
      ophold__doegn__in__ophold__doegn__rullende_12m,
      ophold__nye__in__ophold__nye__rullende_12m,
      ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
      ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
    FROM ".answered"
    UNION ALL
    SELECT
      ophold__periode__quarter.ophold__periode__quarter,
      NULL AS ophold__doegn__in__ophold__doegn__rullende_12m,
      NULL AS ophold__nye__in__ophold__nye__rullende_12m,
      NULL AS ophold__doegn_afsluttede__in__ophold__opholdslaengde__rullende_12m,
      NULL AS ophold__afsluttede__in__ophold__opholdslaengde__rullende_12m
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS ophold__periode__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($2 AS TIMESTAMP) AS first,
            CAST($3 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS ophold__periode__quarter
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__quarter ASC
LIMIT 10001
