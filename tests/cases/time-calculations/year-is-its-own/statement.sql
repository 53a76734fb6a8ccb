SELECT
  sag__dag__year AS "sag.dag.year",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN sag__antal__in__sag__antal__aatd = 0
      THEN 0
      ELSE CAST(sag__antal__in__sag__antal__aatd AS INT128) * CAST(sag__antal__prognose__whole__in__sag__antal__aatd AS INT128)
    END,
    CASE
      WHEN sag__antal__in__sag__antal__aatd = 0
      THEN 1
      ELSE CAST(sag__antal__prognose__elapsed__in__sag__antal__aatd AS INT128)
    END
  ) AS DECIMAL(38, 0)) AS "sag.antal__prognose",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd = sag__beloeb__prognose__whole__in__sag__beloeb__aatd
      THEN CAST(sag__beloeb__in__sag__beloeb__aatd * 100 AS INT128) * 100
      ELSE CAST(sag__beloeb__in__sag__beloeb__aatd * 100 AS INT128) * CAST(sag__beloeb__in__sag__beloeb__helaar_sidste_aar * 100 AS INT128)
    END,
    CASE
      WHEN sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd = sag__beloeb__prognose__whole__in__sag__beloeb__aatd
      THEN 100
      ELSE CAST(sag__beloeb__in__sag__beloeb__aatd_sidste_aar * 100 AS INT128)
    END
  ) AS DECIMAL(38, 0)) * 0.01 AS "sag.beloeb__prognose",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sag.antal__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(sag__antal__in__sag__antal__opgjort AS INT128) * 100
    ) * 10,
    CAST(sag__antal__in__sag__antal__base_2023 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.antal__indeks"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__year,
      COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
      CASE
        WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
      END AS sag__antal__in__sag__antal__aatd,
      MAX(facts.sag__antal__prognose__elapsed__in__sag__antal__aatd) AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      MAX(facts.sag__antal__prognose__whole__in__sag__antal__aatd) AS sag__antal__prognose__whole__in__sag__antal__aatd,
      MAX(facts.sag__beloeb__in__sag__beloeb__aatd) AS sag__beloeb__in__sag__beloeb__aatd,
      MAX(facts.sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd) AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      MAX(facts.sag__beloeb__prognose__whole__in__sag__beloeb__aatd) AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      MAX(facts.sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      MAX(facts.sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      CASE
        WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
      END AS sag__antal__in__sag__antal__sidste_aar,
      CASE
        WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__opgjort), 0)
      END AS sag__antal__in__sag__antal__opgjort,
      CASE
        WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__base_2023), 0)
      END AS sag__antal__in__sag__antal__base_2023
    FROM (
      SELECT
        sag__dag__year,
        sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort,
        NULL AS sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          CAST(DATE_TRUNC('YEAR', sag.dag) AS DATE) AS sag__dag__year,
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
        sag__dag__year,
        NULL AS sag__antal,
        sag__antal__in__sag__antal__aatd,
        sag__antal__prognose__elapsed__in__sag__antal__aatd,
        sag__antal__prognose__whole__in__sag__antal__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort,
        NULL AS sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__year,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd,
          MAX(DATE_DIFF('DAY', "sag.@periods".low, "sag.@periods".high)) AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
          MAX(
            DATE_DIFF('DAY', "sag.@periods".low, (
              "sag.@periods".low + INTERVAL '12' MONTH
            ))
          ) AS sag__antal__prognose__whole__in__sag__antal__aatd
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__aatd
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $3
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
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
        sag__dag__year,
        NULL AS sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
        sag__beloeb__in__sag__beloeb__aatd,
        sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort,
        NULL AS sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__year,
          SUM(".days".sag__beloeb__in__sag__beloeb__aatd) AS sag__beloeb__in__sag__beloeb__aatd,
          MAX(DATE_DIFF('DAY', "sag.@periods".low, "sag.@periods".high)) AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
          MAX(
            DATE_DIFF('DAY', "sag.@periods".low, (
              "sag.@periods".low + INTERVAL '12' MONTH
            ))
          ) AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__aatd
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $3
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__aatd
      UNION ALL
      SELECT
        sag__dag__year,
        NULL AS sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort,
        NULL AS sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__year,
          SUM(".days".sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $4 AND (
                sag.dag < $5
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-01-01 00:00:00' AS DATE),
            CAST('2022-01-01 00:00:00' AS TIMESTAMP),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      UNION ALL
      SELECT
        sag__dag__year,
        NULL AS sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort,
        NULL AS sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__year,
          SUM(".days".sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $4 AND (
                sag.dag < $6
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-01-01 00:00:00' AS DATE),
            CAST('2022-01-01 00:00:00' AS TIMESTAMP),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
      UNION ALL
      SELECT
        sag__dag__year,
        NULL AS sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort,
        NULL AS sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__year,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $4 AND (
                sag.dag < $6
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-01-01 00:00:00' AS DATE),
            CAST('2022-01-01 00:00:00' AS TIMESTAMP),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
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
        sag__dag__year,
        NULL AS sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        sag__antal__in__sag__antal__opgjort,
        NULL AS sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__year,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__opgjort) AS BIGINT), 0) AS sag__antal__in__sag__antal__opgjort
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__opgjort
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $3
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__opgjort
      UNION ALL
      SELECT
        sag__dag__year,
        NULL AS sag__antal,
        NULL AS sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
        NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__antal__in__sag__antal__sidste_aar,
        NULL AS sag__antal__in__sag__antal__opgjort,
        sag__antal__in__sag__antal__base_2023
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__year,
          COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__base_2023) AS BIGINT), 0) AS sag__antal__in__sag__antal__base_2023
        FROM (
          SELECT
            sag.dag AS ".day",
            COUNT(*) AS sag__antal__in__sag__antal__base_2023
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $7
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2023-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2024-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__antal__in__sag__antal__base_2023
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__year,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    CASE
      WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    MAX(facts.sag__antal__prognose__elapsed__in__sag__antal__aatd) AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
    MAX(facts.sag__antal__prognose__whole__in__sag__antal__aatd) AS sag__antal__prognose__whole__in__sag__antal__aatd,
    MAX(facts.sag__beloeb__in__sag__beloeb__aatd) AS sag__beloeb__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd) AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__prognose__whole__in__sag__beloeb__aatd) AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
    CASE
      WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0)
    END AS sag__antal__in__sag__antal__sidste_aar,
    CASE
      WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__opgjort), 0)
    END AS sag__antal__in__sag__antal__opgjort,
    CASE
      WHEN facts.sag__dag__year <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__base_2023), 0)
    END AS sag__antal__in__sag__antal__base_2023
  FROM (
    SELECT
      sag__dag__year,
      sag__antal,
      sag__antal__in__sag__antal__aatd,
      sag__antal__prognose__elapsed__in__sag__antal__aatd,
      sag__antal__prognose__whole__in__sag__antal__aatd,
      sag__beloeb__in__sag__beloeb__aatd,
      sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      sag__antal__in__sag__antal__sidste_aar,
      sag__antal__in__sag__antal__opgjort,
      sag__antal__in__sag__antal__base_2023
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__year.sag__dag__year,
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__opgjort,
      NULL AS sag__antal__in__sag__antal__base_2023
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__year
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '12' MONTH)) AS period
        FROM (
          SELECT
            CAST($8 AS TIMESTAMP) AS first,
            CAST($9 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__year
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__dag__year ASC
LIMIT 10001
