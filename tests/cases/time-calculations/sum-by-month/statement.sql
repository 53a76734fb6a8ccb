SELECT
  sag__dag__month AS "sag.dag.month",
  CAST(sag__beloeb__in__sag__beloeb__aatd AS DECIMAL(38, 2)) AS "sag.beloeb__aatd",
  CAST(sag__beloeb__in__sag__beloeb__aatd_sidste_aar AS DECIMAL(38, 2)) AS "sag.beloeb__aatd_sidste_aar",
  CAST(sag__beloeb__in__sag__beloeb__sidste_aar AS DECIMAL(38, 2)) AS "sag.beloeb__sidste_aar",
  CAST(sag__beloeb__in__sag__beloeb__rullende_12m AS DECIMAL(38, 2)) AS "sag.beloeb__rullende_12m",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__beloeb__in__sag__beloeb__opgjort * 100 AS INT128) - CAST(sag__beloeb__in__sag__beloeb__sidste_aar * 100 AS INT128),
    1
  ) AS DECIMAL(38, 0)) * 0.01 AS "sag.beloeb__aendring",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(sag__beloeb__in__sag__beloeb__opgjort * 100 AS INT128) - CAST(sag__beloeb__in__sag__beloeb__sidste_aar * 100 AS INT128)
      ) * 100
    ) * 10,
    CAST(sag__beloeb__in__sag__beloeb__sidste_aar * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.beloeb__aendring_pct",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(sag__beloeb__in__sag__beloeb__opgjort * 100 AS INT128) * 100
    ) * 10,
    CAST(sag__beloeb__in__sag__beloeb__base_2024K1 * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.beloeb__indeks",
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
  ) AS DECIMAL(38, 0)) * 0.01 AS "sag.beloeb__prognose"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sag__dag__month,
      MAX(facts.sag__beloeb__in__sag__beloeb__aatd) AS sag__beloeb__in__sag__beloeb__aatd,
      MAX(facts.sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd) AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      MAX(facts.sag__beloeb__prognose__whole__in__sag__beloeb__aatd) AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      MAX(facts.sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      MAX(facts.sag__beloeb__in__sag__beloeb__sidste_aar) AS sag__beloeb__in__sag__beloeb__sidste_aar,
      MAX(facts.sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m,
      MAX(facts.sag__beloeb__in__sag__beloeb__opgjort) AS sag__beloeb__in__sag__beloeb__opgjort,
      MAX(facts.sag__beloeb__in__sag__beloeb__base_2024K1) AS sag__beloeb__in__sag__beloeb__base_2024K1,
      MAX(facts.sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
    FROM (
      SELECT
        sag__dag__month,
        sag__beloeb__in__sag__beloeb__aatd,
        sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__base_2024K1,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
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
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
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
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__aatd
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__base_2024K1,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
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
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        sag__beloeb__in__sag__beloeb__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__base_2024K1,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__sidste_aar) AS sag__beloeb__in__sag__beloeb__sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $5 AND (
                sag.dag < $4
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2023-12-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-02-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-03-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__sidste_aar
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar,
        sag__beloeb__in__sag__beloeb__rullende_12m,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__base_2024K1,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__rullende_12m
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
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__rullende_12m
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m,
        sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__base_2024K1,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__opgjort) AS sag__beloeb__in__sag__beloeb__opgjort
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__opgjort
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $6 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2024-12-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-02-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2025-02-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2025-03-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__opgjort
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        sag__beloeb__in__sag__beloeb__base_2024K1,
        NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__base_2024K1) AS sag__beloeb__in__sag__beloeb__base_2024K1
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__base_2024K1
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
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-04-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-04-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-04-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-04-01 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__base_2024K1
      UNION ALL
      SELECT
        sag__dag__month,
        NULL AS sag__beloeb__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
        NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__sidste_aar,
        NULL AS sag__beloeb__in__sag__beloeb__rullende_12m,
        NULL AS sag__beloeb__in__sag__beloeb__opgjort,
        NULL AS sag__beloeb__in__sag__beloeb__base_2024K1,
        sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          "sag.@periods".begins AS sag__dag__month,
          SUM(".days".sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
        FROM (
          SELECT
            sag.dag AS ".day",
            SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
          FROM demo.main.sag AS sag
          WHERE
            (
              sag.dag >= $3 AND (
                sag.dag < $8
              )
            )
          GROUP BY
            1
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2024-12-01 00:00:00' AS DATE),
            CAST('2023-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-02-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          ),
          (
            CAST('2025-03-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP)
          )) AS "sag.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "sag.@periods".low
          AND ".days".".day" < "sag.@periods".high
        GROUP BY
          1
      ) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sag__dag__month,
    MAX(facts.sag__beloeb__in__sag__beloeb__aatd) AS sag__beloeb__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd) AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__prognose__whole__in__sag__beloeb__aatd) AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__sidste_aar) AS sag__beloeb__in__sag__beloeb__sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m,
    MAX(facts.sag__beloeb__in__sag__beloeb__opgjort) AS sag__beloeb__in__sag__beloeb__opgjort,
    MAX(facts.sag__beloeb__in__sag__beloeb__base_2024K1) AS sag__beloeb__in__sag__beloeb__base_2024K1,
    MAX(facts.sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
  FROM (
    SELECT
      sag__dag__month,
      sag__beloeb__in__sag__beloeb__aatd,
      sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      sag__beloeb__in__sag__beloeb__sidste_aar,
      sag__beloeb__in__sag__beloeb__rullende_12m,
      sag__beloeb__in__sag__beloeb__opgjort,
      sag__beloeb__in__sag__beloeb__base_2024K1,
      sag__beloeb__in__sag__beloeb__helaar_sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      sag__dag__month.sag__dag__month,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__opgjort,
      NULL AS sag__beloeb__in__sag__beloeb__base_2024K1,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($9 AS TIMESTAMP) AS first,
            CAST($10 AS TIMESTAMP) AS last
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
