SELECT
  CAST(ophold__aktive__in__ophold__aktive__aatd AS BIGINT) AS "ophold.aktive__aatd",
  CAST(ophold__nye__in__ophold__nye__aatd AS BIGINT) AS "ophold.nye__aatd",
  CAST(ophold__doegn__in__ophold__doegn__aatd AS BIGINT) AS "ophold.doegn__aatd",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ophold__doegn__in__ophold__belaegning__aatd AS INT128) * 100
    ) * 100,
    CAST(pladser__pladsdoegn__in__ophold__belaegning__aatd AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "ophold.belaegning__aatd",
  CAST(NEAREST_QUOTIENT(
    CAST(ophold__udgift__in__ophold__udgift_af_budget__aatd * 100 AS INT128) * 100,
    CAST(budget__kr__in__ophold__udgift_af_budget__aatd AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "ophold.udgift_af_budget__aatd"
FROM (
  SELECT
    COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__aatd), 0) AS ophold__aktive__in__ophold__aktive__aatd,
    COALESCE(MAX(facts.ophold__nye__in__ophold__nye__aatd), 0) AS ophold__nye__in__ophold__nye__aatd,
    MAX(facts.ophold__doegn__in__ophold__doegn__aatd) AS ophold__doegn__in__ophold__doegn__aatd,
    MAX(facts.ophold__doegn__in__ophold__belaegning__aatd) AS ophold__doegn__in__ophold__belaegning__aatd,
    MAX(facts.pladser__pladsdoegn__in__ophold__belaegning__aatd) AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
    MAX(facts.ophold__udgift__in__ophold__udgift_af_budget__aatd) AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
    MAX(facts.budget__kr__in__ophold__udgift_af_budget__aatd) AS budget__kr__in__ophold__udgift_af_budget__aatd
  FROM (
    SELECT
      ophold__aktive__in__ophold__aktive__aatd,
      NULL AS ophold__nye__in__ophold__nye__aatd,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__doegn__in__ophold__belaegning__aatd,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr__in__ophold__udgift_af_budget__aatd
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive__in__ophold__aktive__aatd@number"
              WHEN NOT (
                cells."ophold__aktive__in__ophold__aktive__aatd@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive__in__ophold__aktive__aatd
      FROM (VALUES
        (CAST('2024-01-01' AS DATE), CAST('2024-06-16' AS DATE))) AS "ophold.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__aktive__in__ophold__aktive__aatd@number"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive__aatd@number"
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
          -"ophold__aktive__in__ophold__aktive__aatd@number" AS "ophold__aktive__in__ophold__aktive__aatd@number"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive__aatd@number"
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
    ) AS ophold__aktive__in__ophold__aktive__aatd
    UNION ALL
    SELECT
      NULL AS ophold__aktive__in__ophold__aktive__aatd,
      ophold__nye__in__ophold__nye__aatd,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__doegn__in__ophold__belaegning__aatd,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr__in__ophold__udgift_af_budget__aatd
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "ophold.@periods".low
              AND cells."@event" < "ophold.@periods".high
              THEN cells."ophold__nye__in__ophold__nye__aatd@number"
              WHEN NOT (
                cells."ophold__nye__in__ophold__nye__aatd@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__nye__in__ophold__nye__aatd
      FROM (VALUES
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-06-16' AS DATE),
          CAST('2024-01-01' AS DATE)
        )) AS "ophold.@periods"(begins, high, low)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__nye__in__ophold__nye__aatd@number"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__nye__in__ophold__nye__aatd@number"
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
    ) AS ophold__nye__in__ophold__nye__aatd
    UNION ALL
    SELECT
      NULL AS ophold__aktive__in__ophold__aktive__aatd,
      NULL AS ophold__nye__in__ophold__nye__aatd,
      ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__doegn__in__ophold__belaegning__aatd,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr__in__ophold__udgift_af_budget__aatd
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn__in__ophold__doegn__aatd
      FROM (VALUES
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-06-16' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__doegn__in__ophold__doegn__aatd@number",
          "ophold__doegn__in__ophold__doegn__aatd@reckoned"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
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
          -"ophold__doegn__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn__aatd@number",
          -"ophold__doegn__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
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
    ) AS ophold__doegn__in__ophold__doegn__aatd
    UNION ALL
    SELECT
      NULL AS ophold__aktive__in__ophold__aktive__aatd,
      NULL AS ophold__nye__in__ophold__nye__aatd,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      ophold__doegn__in__ophold__belaegning__aatd,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr__in__ophold__udgift_af_budget__aatd
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__belaegning__aatd@number" - cells."ophold__doegn__in__ophold__belaegning__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn__in__ophold__belaegning__aatd
      FROM (VALUES
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-06-16' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__doegn__in__ophold__belaegning__aatd@number",
          "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__belaegning__aatd@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
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
          -"ophold__doegn__in__ophold__belaegning__aatd@number" AS "ophold__doegn__in__ophold__belaegning__aatd@number",
          -"ophold__doegn__in__ophold__belaegning__aatd@reckoned" AS "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__belaegning__aatd@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__belaegning__aatd@reckoned"
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
    ) AS ophold__doegn__in__ophold__belaegning__aatd
    UNION ALL
    SELECT
      NULL AS ophold__aktive__in__ophold__aktive__aatd,
      NULL AS ophold__nye__in__ophold__nye__aatd,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__doegn__in__ophold__belaegning__aatd,
      pladser__pladsdoegn__in__ophold__belaegning__aatd,
      NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr__in__ophold__udgift_af_budget__aatd
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "pladser.@periods".high
            THEN "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
            WHEN NOT (
              "pladser.@periods".until_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "pladser.@periods".low
            THEN "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
            WHEN NOT (
              "pladser.@periods".low_days * cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@number" - cells."pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS pladser__pladsdoegn__in__ophold__belaegning__aatd
      FROM (VALUES
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-06-16' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "pladser.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          "@event",
          "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
          "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
        FROM (
          SELECT
            pladser.aabnet AS "@event",
            SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
            SUM(
              pladser.antal * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.aabnet)
              )
            ) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
          FROM demo.main.pladser AS pladser
          WHERE
            pladser.aabnet < $1
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
          GROUP BY
            1
        ) AS side
        UNION ALL
        SELECT
          "@event",
          -"pladser__pladsdoegn__in__ophold__belaegning__aatd@number" AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
          -"pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned" AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
        FROM (
          SELECT
            pladser.lukket AS "@event",
            SUM(pladser.antal) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@number",
            SUM(
              pladser.antal * (
                DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), pladser.lukket)
              )
            ) AS "pladser__pladsdoegn__in__ophold__belaegning__aatd@reckoned"
          FROM demo.main.pladser AS pladser
          WHERE
            (
              pladser.aabnet < $1 AND (
                pladser.lukket < $1
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
          GROUP BY
            1
        ) AS side
      ) AS cells
        ON TRUE
    ) AS pladser__pladsdoegn__in__ophold__belaegning__aatd
    UNION ALL
    SELECT
      NULL AS ophold__aktive__in__ophold__aktive__aatd,
      NULL AS ophold__nye__in__ophold__nye__aatd,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__doegn__in__ophold__belaegning__aatd,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      ophold__udgift__in__ophold__udgift_af_budget__aatd,
      NULL AS budget__kr__in__ophold__udgift_af_budget__aatd
    FROM (
      SELECT
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
          CAST('2024-06-16' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
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
      ) AS cells
        ON TRUE
    ) AS ophold__udgift__in__ophold__udgift_af_budget__aatd
    UNION ALL
    SELECT
      NULL AS ophold__aktive__in__ophold__aktive__aatd,
      NULL AS ophold__nye__in__ophold__nye__aatd,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__doegn__in__ophold__belaegning__aatd,
      NULL AS pladser__pladsdoegn__in__ophold__belaegning__aatd,
      NULL AS ophold__udgift__in__ophold__udgift_af_budget__aatd,
      budget__kr__in__ophold__udgift_af_budget__aatd
    FROM (
      SELECT
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
          CAST('2024-06-16 00:00:00' AS TIMESTAMP)
        )) AS "budget.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "budget.@periods".low
        AND ".days".".day" < "budget.@periods".high
    ) AS budget__kr__in__ophold__udgift_af_budget__aatd
  ) AS facts
) AS core
ORDER BY
  ophold__aktive__in__ophold__aktive__aatd DESC
LIMIT 10001
