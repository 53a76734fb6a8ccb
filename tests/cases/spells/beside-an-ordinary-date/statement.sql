SELECT
  budget__maaned__month AS "budget.maaned.month",
  CAST(ophold__udgift AS DECIMAL(38, 2)) AS "ophold.udgift",
  CAST(budget__kr AS BIGINT) AS "budget.kr",
  CAST(NEAREST_QUOTIENT(CAST(ophold__udgift * 100 AS INT128) * 100, CAST(budget__kr AS INT128) * 10) AS DECIMAL(38, 0)) * 0.1 AS "ophold.udgift_af_budget"
FROM (
  SELECT
    facts.budget__maaned__month,
    MAX(facts.ophold__udgift) AS ophold__udgift,
    MAX(facts.budget__kr) AS budget__kr
  FROM (
    SELECT
      budget__maaned__month,
      ophold__udgift,
      NULL AS budget__kr
    FROM (
      SELECT
        "ophold.@periods".begins AS budget__maaned__month,
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
      FROM (VALUES
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19754 AS BIGINT)
        ),
        (
          CAST('2024-02-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST(19754 AS BIGINT),
          CAST(19783 AS BIGINT)
        ),
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST(19783 AS BIGINT),
          CAST(19814 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__udgift@number") AS "ophold__udgift@number",
          SUM(events."ophold__udgift@reckoned") AS "ophold__udgift@reckoned"
        FROM (
          SELECT
            "@event",
            "ophold__udgift@number",
            "ophold__udgift@reckoned"
          FROM (
            SELECT
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
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"ophold__udgift@number" AS "ophold__udgift@number",
            -"ophold__udgift@reckoned" AS "ophold__udgift@reckoned"
          FROM (
            SELECT
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
    ) AS ophold__udgift
    UNION ALL
    SELECT
      budget__maaned__month,
      NULL AS ophold__udgift,
      budget__kr
    FROM (
      SELECT
        CAST(DATE_TRUNC('MONTH', budget.maaned) AS DATE) AS budget__maaned__month,
        SUM(budget.kr) AS budget__kr
      FROM demo.main.budget AS budget
      WHERE
        (
          budget.maaned >= $2 AND (
            budget.maaned < $1
          )
        )
      GROUP BY
        1
    ) AS budget__kr
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  budget__maaned__month ASC
LIMIT 10001
