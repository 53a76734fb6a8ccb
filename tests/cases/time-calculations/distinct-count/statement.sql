SELECT
  sag__dag__month AS "sag.dag.month",
  CAST(sag__borgere AS BIGINT) AS "sag.borgere",
  CAST(sag__borgere__in__sag__borgere__aatd AS BIGINT) AS "sag.borgere__aatd",
  CAST(sag__borgere__in__sag__borgere__aatd_sidste_aar AS BIGINT) AS "sag.borgere__aatd_sidste_aar",
  CAST(sag__borgere__in__sag__borgere__rullende_12m AS BIGINT) AS "sag.borgere__rullende_12m"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__month,
      COALESCE(MAX(facts.sag__borgere), 0) AS sag__borgere,
      CASE
        WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__borgere__in__sag__borgere__aatd), 0)
      END AS sag__borgere__in__sag__borgere__aatd,
      CASE
        WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__borgere__in__sag__borgere__aatd_sidste_aar), 0)
      END AS sag__borgere__in__sag__borgere__aatd_sidste_aar,
      CASE
        WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__borgere__in__sag__borgere__rullende_12m), 0)
      END AS sag__borgere__in__sag__borgere__rullende_12m
    FROM (
      SELECT
        sag__dag__month,
        sag__borgere,
        NULL AS sag__borgere__in__sag__borgere__aatd,
        NULL AS sag__borgere__in__sag__borgere__aatd_sidste_aar,
        NULL AS sag__borgere__in__sag__borgere__rullende_12m
      FROM (
        SELECT
          CAST(DATE_TRUNC('MONTH', sag.dag) AS DATE) AS sag__dag__month,
          COUNT(DISTINCT sag.borger) AS sag__borgere
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $1 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1
      ) AS sag__borgere
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__borgere,
        sag__borgere__in__sag__borgere__aatd,
        NULL AS sag__borgere__in__sag__borgere__aatd_sidste_aar,
        NULL AS sag__borgere__in__sag__borgere__rullende_12m
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          COUNT(DISTINCT sag.borger) AS sag__borgere__in__sag__borgere__aatd
        FROM demo.main.sag AS sag
        INNER JOIN (VALUES
          (
            CAST('2024-11-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-12-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT sag.dag IS NULL
          AND sag.dag >= "sag.@periods".low
          AND sag.dag < "sag.@periods".high
        WHERE
          (
            sag.dag >= $3 AND (
              sag.dag < $4
            )
          )
        GROUP BY
          1
      ) AS sag__borgere__in__sag__borgere__aatd
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__borgere,
        NULL AS sag__borgere__in__sag__borgere__aatd,
        sag__borgere__in__sag__borgere__aatd_sidste_aar,
        NULL AS sag__borgere__in__sag__borgere__rullende_12m
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          COUNT(DISTINCT sag.borger) AS sag__borgere__in__sag__borgere__aatd_sidste_aar
        FROM demo.main.sag AS sag
        INNER JOIN (VALUES
          (
            CAST('2024-11-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2023-12-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT sag.dag IS NULL
          AND sag.dag >= "sag.@periods".low
          AND sag.dag < "sag.@periods".high
        WHERE
          (
            sag.dag >= $5 AND (
              sag.dag < $6
            )
          )
        GROUP BY
          1
      ) AS sag__borgere__in__sag__borgere__aatd_sidste_aar
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__borgere,
        NULL AS sag__borgere__in__sag__borgere__aatd,
        NULL AS sag__borgere__in__sag__borgere__aatd_sidste_aar,
        sag__borgere__in__sag__borgere__rullende_12m
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          COUNT(DISTINCT sag.borger) AS sag__borgere__in__sag__borgere__rullende_12m
        FROM demo.main.sag AS sag
        INNER JOIN (VALUES
          (
            CAST('2024-11-01 00:00:00' AS DATE),
            CAST('2023-12-01 00:00:00' AS TIMESTAMP),
            CAST('2024-12-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP),
            CAST('2025-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT sag.dag IS NULL
          AND sag.dag >= "sag.@periods".low
          AND sag.dag < "sag.@periods".high
        WHERE
          (
            sag.dag >= $7 AND (
              sag.dag < $4
            )
          )
        GROUP BY
          1
      ) AS sag__borgere__in__sag__borgere__rullende_12m
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__month,
    COALESCE(MAX(facts.sag__borgere), 0) AS sag__borgere,
    CASE
      WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__borgere__in__sag__borgere__aatd), 0)
    END AS sag__borgere__in__sag__borgere__aatd,
    CASE
      WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__borgere__in__sag__borgere__aatd_sidste_aar), 0)
    END AS sag__borgere__in__sag__borgere__aatd_sidste_aar,
    CASE
      WHEN facts.sag__dag__month <= CAST('2025-03-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__borgere__in__sag__borgere__rullende_12m), 0)
    END AS sag__borgere__in__sag__borgere__rullende_12m
  FROM (
    SELECT
      sag__dag__month,
      sag__borgere,
      sag__borgere__in__sag__borgere__aatd,
      sag__borgere__in__sag__borgere__aatd_sidste_aar,
      sag__borgere__in__sag__borgere__rullende_12m
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__month.sag__dag__month,
      NULL AS sag__borgere,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__borgere__in__sag__borgere__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__rullende_12m
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($8 AS TIMESTAMP) AS first,
            CAST($9 AS TIMESTAMP) AS last
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
