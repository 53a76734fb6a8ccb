SELECT
  sag__dag__skoleaar AS "sag.dag.skoleaar",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sag.antal__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__antal__in__sag__antal__opgjort AS INT128) - CAST(sag__antal__in__sag__antal__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "sag.antal__aendring"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__skoleaar,
      CASE
        WHEN facts.sag__dag__skoleaar <= CAST('2024-08-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
      END AS sag__antal__in__sag__antal__aatd,
      CASE
        WHEN facts.sag__dag__skoleaar <= CAST('2024-08-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
      END AS sag__antal__in__sag__antal__sidste_aar,
      CASE
        WHEN facts.sag__dag__skoleaar <= CAST('2024-08-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__opgjort), 0)
      END AS sag__antal__in__sag__antal__opgjort
    FROM (
      SELECT
        sag__dag__skoleaar,
        sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__skoleaar,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-08-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-08-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-08-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__aatd
      UNION ALL
      SELECT
        sag__dag__skoleaar,
        NULL AS sag__antal__in__sag__antal__aatd,
        sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__skoleaar,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $3 AND (
                sag.dag < $4
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-08-01 00:00:00' AS DATE),
            CAST('2022-08-01 00:00:00' AS TIMESTAMP),
            CAST('2023-08-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-08-01 00:00:00' AS DATE),
            CAST('2023-08-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__sidste_aar
      UNION ALL
      SELECT
        sag__dag__skoleaar,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        sag__antal__in__sag__antal__opgjort
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__skoleaar,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__opgjort) AS BIGINT), 0) AS sag__antal__in__sag__antal__opgjort
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__opgjort
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $5 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-08-01 00:00:00' AS DATE),
            CAST('2023-08-01 00:00:00' AS TIMESTAMP),
            CAST('2024-08-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-08-01 00:00:00' AS DATE),
            CAST('2024-08-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__opgjort
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__skoleaar,
    CASE
      WHEN facts.sag__dag__skoleaar <= CAST('2024-08-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    CASE
      WHEN facts.sag__dag__skoleaar <= CAST('2024-08-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
    END AS sag__antal__in__sag__antal__sidste_aar,
    CASE
      WHEN facts.sag__dag__skoleaar <= CAST('2024-08-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__opgjort), 0)
    END AS sag__antal__in__sag__antal__opgjort
  FROM (
    SELECT
      sag__dag__skoleaar,
      sag__antal__in__sag__antal__aatd,
      sag__antal__in__sag__antal__sidste_aar,
      sag__antal__in__sag__antal__opgjort
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__skoleaar.sag__dag__skoleaar,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__opgjort
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__skoleaar
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '12' MONTH)) AS period
        FROM (
          SELECT
            CAST($6 AS TIMESTAMP) AS first,
            CAST($7 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__skoleaar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag__skoleaar ASC
LIMIT 10001
