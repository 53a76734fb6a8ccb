SELECT
  budget__maaned__month AS "budget.maaned.month",
  CAST(ophold__udgift__in__ophold__udgift__aatd AS DECIMAL(38, 2)) AS "ophold.udgift__aatd",
  CAST(NEAREST_QUOTIENT(
    CAST(ophold__udgift__in__ophold__udgift_af_budget__aatd * 100 AS INT128) * 100,
    CAST(budget__kr__in__ophold__udgift_af_budget__aatd AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "ophold.udgift_af_budget__aatd",
  CAST(budget__kr AS BIGINT) AS "budget.kr"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.budget__maaned__month,
      MAX(facts.ophold__udgift__in__ophold__udgift__aatd) AS ophold__udgift__in__ophold__udgift__aatd,
      MAX(facts.ophold__udgift__in__ophold__udgift_af_budget__aatd) AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      MAX(facts.budget__kr__in__ophold__udgift_af_budget__aatd) AS budget__kr__in__ophold__udgift_af_budget__aatd,
      MAX(facts.budget__kr) AS budget__kr
    FROM (
      SELECT
        budget__maaned__month,
        ophold__udgift__in__ophold__udgift__aatd,
        NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
        NULL AS budget__kr__in__ophold__udgift_af_budget__aatd,
        NULL AS budget__kr
      FROM (
        SELECT
          "ophold.@periods".begins AS budget__maaned__month,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN "ophold.@periods".until_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
              WHEN NOT (
                "ophold.@periods".until_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".low
              THEN "ophold.@periods".low_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
              WHEN NOT (
                "ophold.@periods".low_days * cells."ophold__udgift__in__ophold__udgift__aatd@number" - cells."ophold__udgift__in__ophold__udgift__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS DECIMAL(38, 2)) AS ophold__udgift__in__ophold__udgift__aatd
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
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19783 AS BIGINT)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19844 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ophold__udgift__in__ophold__udgift__aatd@number") AS "ophold__udgift__in__ophold__udgift__aatd@number",
            SUM(events."ophold__udgift__in__ophold__udgift__aatd@reckoned") AS "ophold__udgift__in__ophold__udgift__aatd@reckoned"
          FROM (
            SELECT
              "@event",
              "ophold__udgift__in__ophold__udgift__aatd@number",
              "ophold__udgift__in__ophold__udgift__aatd@reckoned"
            FROM (
              SELECT
                ophold.start AS "@event",
                SUM(ophold.takst) AS "ophold__udgift__in__ophold__udgift__aatd@number",
                SUM(ophold.takst * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
                )) AS "ophold__udgift__in__ophold__udgift__aatd@reckoned"
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
              -"ophold__udgift__in__ophold__udgift__aatd@number" AS "ophold__udgift__in__ophold__udgift__aatd@number",
              -"ophold__udgift__in__ophold__udgift__aatd@reckoned" AS "ophold__udgift__in__ophold__udgift__aatd@reckoned"
            FROM (
              SELECT
                ophold.slut AS "@event",
                SUM(ophold.takst) AS "ophold__udgift__in__ophold__udgift__aatd@number",
                SUM(ophold.takst * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
                )) AS "ophold__udgift__in__ophold__udgift__aatd@reckoned"
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
      ) AS ophold__udgift__in__ophold__udgift__aatd
      UNION ALL
      SELECT
        budget__maaned__month,
        NULL AS ophold__udgift__in__ophold__udgift__aatd,
        ophold__udgift__in__ophold__udgift_af_budget__aatd,
        NULL AS budget__kr__in__ophold__udgift_af_budget__aatd,
        NULL AS budget__kr
      FROM (
        SELECT
          "ophold.@periods".begins AS budget__maaned__month,
          CAST(SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN "ophold.@periods".until_days * cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@number" - cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
              WHEN NOT (
                "ophold.@periods".until_days * cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@number" - cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) - SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".low
              THEN "ophold.@periods".low_days * cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@number" - cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
              WHEN NOT (
                "ophold.@periods".low_days * cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@number" - cells."ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
              ) IS NULL
              THEN 0
            END
          ) AS DECIMAL(38, 2)) AS ophold__udgift__in__ophold__udgift_af_budget__aatd
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
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19783 AS BIGINT)
          ),
          (
            CAST('2024-03-01' AS DATE),
            CAST('2024-04-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19814 AS BIGINT)
          ),
          (
            CAST('2024-04-01' AS DATE),
            CAST('2024-05-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(19844 AS BIGINT)
          )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
        LEFT JOIN (
          SELECT
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ophold__udgift__in__ophold__udgift_af_budget__aatd@number") AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@number",
            SUM(events."ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned") AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
          FROM (
            SELECT
              "@event",
              "ophold__udgift__in__ophold__udgift_af_budget__aatd@number",
              "ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
            FROM (
              SELECT
                ophold.start AS "@event",
                SUM(ophold.takst) AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@number",
                SUM(ophold.takst * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)
                )) AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
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
              -"ophold__udgift__in__ophold__udgift_af_budget__aatd@number" AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@number",
              -"ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned" AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
            FROM (
              SELECT
                ophold.slut AS "@event",
                SUM(ophold.takst) AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@number",
                SUM(ophold.takst * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)
                )) AS "ophold__udgift__in__ophold__udgift_af_budget__aatd@reckoned"
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
      ) AS ophold__udgift__in__ophold__udgift_af_budget__aatd
      UNION ALL
      SELECT
        budget__maaned__month,
        NULL AS ophold__udgift__in__ophold__udgift__aatd,
        NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
        budget__kr__in__ophold__udgift_af_budget__aatd,
        NULL AS budget__kr
      FROM (
        SELECT
          "budget.@periods".begins AS budget__maaned__month,
          SUM(".days".budget__kr__in__ophold__udgift_af_budget__aatd) AS budget__kr__in__ophold__udgift_af_budget__aatd
        FROM (
          SELECT
            budget.maaned AS ".day",
            SUM(budget.kr) AS budget__kr__in__ophold__udgift_af_budget__aatd
          FROM demo.main.budget AS budget
          WHERE
            (
              budget.maaned >= $2 AND (
                budget.maaned < $1
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-02-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-03-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-04-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-04-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-05-01 00:00:00' AS TIMESTAMP)
          )) AS "budget.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "budget.@periods".low
          AND ".days".".day" < "budget.@periods".high
        GROUP BY
          1
      ) AS budget__kr__in__ophold__udgift_af_budget__aatd
      UNION ALL
      SELECT
        budget__maaned__month,
        NULL AS ophold__udgift__in__ophold__udgift__aatd,
        NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
        NULL AS budget__kr__in__ophold__udgift_af_budget__aatd,
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
  )
  SELECT
    facts.budget__maaned__month,
    MAX(facts.ophold__udgift__in__ophold__udgift__aatd) AS ophold__udgift__in__ophold__udgift__aatd,
    MAX(facts.ophold__udgift__in__ophold__udgift_af_budget__aatd) AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
    MAX(facts.budget__kr__in__ophold__udgift_af_budget__aatd) AS budget__kr__in__ophold__udgift_af_budget__aatd,
    MAX(facts.budget__kr) AS budget__kr
  FROM (
    SELECT
      budget__maaned__month,
      ophold__udgift__in__ophold__udgift__aatd,
      ophold__udgift__in__ophold__udgift_af_budget__aatd,
      budget__kr__in__ophold__udgift_af_budget__aatd,
      budget__kr
    FROM ".answered"
    UNION ALL
    SELECT
      budget__maaned__month.budget__maaned__month,
      NULL AS ophold__udgift__in__ophold__udgift__aatd,
      NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS budget__maaned__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS budget__maaned__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  budget__maaned__month ASC
LIMIT 10001
