SELECT
  sag__dag__month AS "sag.dag.month",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__borgere__in__sag__borgere__aatd AS BIGINT) AS "sag.borgere__aatd"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__month,
      COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
      MAX(facts.sag__antal__in__sag__antal__aatd) AS sag__antal__in__sag__antal__aatd,
      MAX(facts.sag__borgere__in__sag__borgere__aatd) AS sag__borgere__in__sag__borgere__aatd
    FROM (
      SELECT
        sag__dag__month,
        sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__borgere__in__sag__borgere__aatd
      FROM (
        SELECT
          CAST(DATE_TRUNC('MONTH', sag.dag) AS DATE) AS sag__dag__month,
          COUNT(*) AS sag__antal
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $1 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1
      ) AS sag__antal
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__antal,
        sag__antal__in__sag__antal__aatd,
        NULL AS sag__borgere__in__sag__borgere__aatd
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT) AS sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd
          FROM demo.main.sag AS sag
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('0001-01-01 00:00:00' AS DATE),
            CAST(NULL AS TIMESTAMP),
            CAST(NULL AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL AND FALSE
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__aatd
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        sag__borgere__in__sag__borgere__aatd
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          NULLIF(COUNT(DISTINCT sag.borger), 0) AS sag__borgere__in__sag__borgere__aatd
        FROM demo.main.sag AS sag
        INNER JOIN (VALUES
          (
            CAST('0001-01-01 00:00:00' AS DATE),
            CAST(NULL AS TIMESTAMP),
            CAST(NULL AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT sag.dag IS NULL AND FALSE
        GROUP BY
          1
      ) AS sag__borgere__in__sag__borgere__aatd
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__month,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    MAX(facts.sag__antal__in__sag__antal__aatd) AS sag__antal__in__sag__antal__aatd,
    MAX(facts.sag__borgere__in__sag__borgere__aatd) AS sag__borgere__in__sag__borgere__aatd
  FROM (
    SELECT
      sag__dag__month,
      sag__antal,
      sag__antal__in__sag__antal__aatd,
      sag__borgere__in__sag__borgere__aatd
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__month.sag__dag__month,
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__borgere__in__sag__borgere__aatd
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag__month ASC
LIMIT 10001
