SELECT
  sag__center AS "sag.center",
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__antal__in__sag__antal__aatd_sidste_aar AS BIGINT) AS "sag.antal__aatd_sidste_aar",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sag.antal__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__antal__in__sag__antal__opgjort AS INT128) - CAST(sag__antal__in__sag__antal__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "sag.antal__aendring",
  CAST(sag__antal__in__sag__antal__rullende_12m AS BIGINT) AS "sag.antal__rullende_12m"
FROM (
  SELECT
    facts.sag__center,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0) AS sag__antal__in__sag__antal__aatd,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0) AS sag__antal__in__sag__antal__aatd_sidste_aar,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__sidste_aar), 0) AS sag__antal__in__sag__antal__sidste_aar,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__opgjort), 0) AS sag__antal__in__sag__antal__opgjort,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__rullende_12m), 0) AS sag__antal__in__sag__antal__rullende_12m
  FROM (
    SELECT
      sag__center,
      sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__opgjort,
      NULL AS sag__antal__in__sag__antal__rullende_12m
    FROM (
      SELECT
        sag.center AS sag__center,
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
      sag__center,
      NULL AS sag__antal,
      sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__opgjort,
      NULL AS sag__antal__in__sag__antal__rullende_12m
    FROM (
      SELECT
        ".days".sag__center AS sag__center,
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
      FROM (
        SELECT
          sag.center AS sag__center,
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__aatd
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $3 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-02-10 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
      GROUP BY
        1
    ) AS sag__antal__in__sag__antal__aatd
    UNION ALL
    SELECT
      sag__center,
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__opgjort,
      NULL AS sag__antal__in__sag__antal__rullende_12m
    FROM (
      SELECT
        ".days".sag__center AS sag__center,
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd_sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd_sidste_aar
      FROM (
        SELECT
          sag.center AS sag__center,
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__aatd_sidste_aar
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $4 AND (
              sag.dag < $5
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-02-10 00:00:00' AS DATE),
          CAST('2023-01-01 00:00:00' AS TIMESTAMP),
          CAST('2023-07-01 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
      GROUP BY
        1
    ) AS sag__antal__in__sag__antal__aatd_sidste_aar
    UNION ALL
    SELECT
      sag__center,
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__opgjort,
      NULL AS sag__antal__in__sag__antal__rullende_12m
    FROM (
      SELECT
        ".days".sag__center AS sag__center,
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__sidste_aar
      FROM (
        SELECT
          sag.center AS sag__center,
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $6 AND (
              sag.dag < $5
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-02-10 00:00:00' AS DATE),
          CAST('2023-02-10 00:00:00' AS TIMESTAMP),
          CAST('2023-07-01 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
      GROUP BY
        1
    ) AS sag__antal__in__sag__antal__sidste_aar
    UNION ALL
    SELECT
      sag__center,
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      sag__antal__in__sag__antal__opgjort,
      NULL AS sag__antal__in__sag__antal__rullende_12m
    FROM (
      SELECT
        ".days".sag__center AS sag__center,
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__opgjort) AS BIGINT), 0) AS sag__antal__in__sag__antal__opgjort
      FROM (
        SELECT
          sag.center AS sag__center,
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__opgjort
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $1 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-02-10 00:00:00' AS DATE),
          CAST('2024-02-10 00:00:00' AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
      GROUP BY
        1
    ) AS sag__antal__in__sag__antal__opgjort
    UNION ALL
    SELECT
      sag__center,
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__antal__in__sag__antal__opgjort,
      sag__antal__in__sag__antal__rullende_12m
    FROM (
      SELECT
        ".days".sag__center AS sag__center,
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__rullende_12m) AS BIGINT), 0) AS sag__antal__in__sag__antal__rullende_12m
      FROM (
        SELECT
          sag.center AS sag__center,
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__rullende_12m
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $5 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2024-02-10 00:00:00' AS DATE),
          CAST('2023-07-01 00:00:00' AS TIMESTAMP),
          CAST('2024-07-01 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
      GROUP BY
        1
    ) AS sag__antal__in__sag__antal__rullende_12m
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__center ASC
LIMIT 10001
