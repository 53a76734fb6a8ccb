SELECT
  udbetaling__dag__year AS "udbetaling.dag.year",
  CAST(udbetaling__kr__in__udbetaling__kr__aatd AS BIGINT) AS "udbetaling.kr__aatd"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      "udbetaling.@periods".begins AS udbetaling__dag__year,
      SUM(".days".udbetaling__kr__in__udbetaling__kr__aatd) AS udbetaling__kr__in__udbetaling__kr__aatd
    FROM (
      SELECT
        udbetaling.dag AS ".day",
        SUM(udbetaling.kr) AS udbetaling__kr__in__udbetaling__kr__aatd
      FROM (
        SELECT
          udbetaling.*
        FROM demo.main.udbetaling AS udbetaling
        WHERE
          udbetaling.indlaesning IN (1, 2)
        QUALIFY
          ROW_NUMBER() OVER (PARTITION BY udbetaling.id ORDER BY udbetaling.indlaesning DESC) = 1
          AND NOT COALESCE(udbetaling.annulleret, FALSE)
      ) AS udbetaling
      WHERE
        (
          udbetaling.dag >= $1 AND (
            udbetaling.dag < $2
          )
        )
      GROUP BY
        1
    ) AS ".days"
    INNER JOIN (VALUES
      (
        CAST('2025-01-01 00:00:00' AS DATE),
        CAST('2025-01-01 00:00:00' AS TIMESTAMP),
        CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      )) AS "udbetaling.@periods"(begins, low, high)
      ON NOT ".days".".day" IS NULL
      AND ".days".".day" >= "udbetaling.@periods".low
      AND ".days".".day" < "udbetaling.@periods".high
    GROUP BY
      1
  )
  SELECT
    facts.udbetaling__dag__year,
    MAX(facts.udbetaling__kr__in__udbetaling__kr__aatd) AS udbetaling__kr__in__udbetaling__kr__aatd
  FROM (
    SELECT
      udbetaling__dag__year,
      udbetaling__kr__in__udbetaling__kr__aatd
    FROM ".answered"
    UNION ALL
    SELECT
      udbetaling__dag__year.udbetaling__dag__year,
      NULL AS udbetaling__kr__in__udbetaling__kr__aatd
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS udbetaling__dag__year
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '12' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($3 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS udbetaling__dag__year
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  udbetaling__dag__year ASC
LIMIT 10001
