SELECT
  sag__center AS "sag.center",
  CAST(sag__center__subtotal AS BOOLEAN) AS "sag.center__subtotal",
  sag__dag__month AS "sag.dag.month",
  CAST(sag__dag__month__subtotal AS BOOLEAN) AS "sag.dag.month__subtotal",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__borgere__in__sag__borgere__rullende_12m AS BIGINT) AS "sag.borgere__rullende_12m"
FROM (
  SELECT
    facts.sag__center,
    facts.sag__dag__month,
    facts.sag__center__subtotal,
    facts.sag__dag__month__subtotal,
    CASE
      WHEN facts.sag__dag__month <= CAST('2024-12-01 00:00:00' AS TIMESTAMP)
      OR facts.sag__dag__month__subtotal = 1
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    CASE
      WHEN facts.sag__dag__month <= CAST('2024-12-01 00:00:00' AS TIMESTAMP)
      OR facts.sag__dag__month__subtotal = 1
      THEN COALESCE(MAX(facts.sag__borgere__in__sag__borgere__rullende_12m), 0)
    END AS sag__borgere__in__sag__borgere__rullende_12m
  FROM (
    SELECT
      sag__center,
      sag__dag__month,
      sag__center__subtotal,
      sag__dag__month__subtotal,
      sag__antal__in__sag__antal__aatd,
      NULL AS sag__borgere__in__sag__borgere__rullende_12m
    FROM (
      SELECT
        *
      FROM (
        SELECT
          sag__center,
          sag__dag__month,
          0 AS sag__center__subtotal,
          0 AS sag__dag__month__subtotal,
          sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
            ".days".sag__center AS sag__center,
            "sag.@periods".begins AS sag__dag__month,
            COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
          FROM (
            SELECT
              sag.center AS sag__center,
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
              1,
              2
          ) AS ".days"
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
            )) AS "sag.@periods"(begins, low, high)
            ON NOT ".days".".day" IS NULL
            AND ".days".".day" >= "sag.@periods".low
            AND ".days".".day" < "sag.@periods".high
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          sag__center,
          NULL AS sag__dag__month,
          0 AS sag__center__subtotal,
          1 AS sag__dag__month__subtotal,
          sag__antal__in__sag__antal__aatd
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
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            )) AS "sag.@periods"(begins, low, high)
            ON NOT ".days".".day" IS NULL
            AND ".days".".day" >= "sag.@periods".low
            AND ".days".".day" < "sag.@periods".high
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS sag__center,
          NULL AS sag__dag__month,
          1 AS sag__center__subtotal,
          1 AS sag__dag__month__subtotal,
          sag__antal__in__sag__antal__aatd
        FROM (
          SELECT
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
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            )) AS "sag.@periods"(begins, low, high)
            ON NOT ".days".".day" IS NULL
            AND ".days".".day" >= "sag.@periods".low
            AND ".days".".day" < "sag.@periods".high
        ) AS level
      ) AS levels
    ) AS sag__antal__in__sag__antal__aatd
    UNION ALL
    SELECT
      sag__center,
      sag__dag__month,
      sag__center__subtotal,
      sag__dag__month__subtotal,
      NULL AS sag__antal__in__sag__antal__aatd,
      sag__borgere__in__sag__borgere__rullende_12m
    FROM (
      SELECT
        *
      FROM (
        SELECT
          sag__center,
          sag__dag__month,
          0 AS sag__center__subtotal,
          0 AS sag__dag__month__subtotal,
          sag__borgere__in__sag__borgere__rullende_12m
        FROM (
          SELECT
            sag.center AS sag__center,
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
            )) AS "sag.@periods"(begins, low, high)
            ON NOT sag.dag IS NULL
            AND sag.dag >= "sag.@periods".low
            AND sag.dag < "sag.@periods".high
          WHERE
            (
              sag.dag >= $3 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1,
            2
        ) AS level
        UNION ALL
        SELECT
          sag__center,
          NULL AS sag__dag__month,
          0 AS sag__center__subtotal,
          1 AS sag__dag__month__subtotal,
          sag__borgere__in__sag__borgere__rullende_12m
        FROM (
          SELECT
            sag.center AS sag__center,
            COUNT(DISTINCT sag.borger) AS sag__borgere__in__sag__borgere__rullende_12m
          FROM demo.main.sag AS sag
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            )) AS "sag.@periods"(begins, low, high)
            ON NOT sag.dag IS NULL
            AND sag.dag >= "sag.@periods".low
            AND sag.dag < "sag.@periods".high
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $2
              )
            )
          GROUP BY
            1
        ) AS level
        UNION ALL
        SELECT
          NULL AS sag__center,
          NULL AS sag__dag__month,
          1 AS sag__center__subtotal,
          1 AS sag__dag__month__subtotal,
          sag__borgere__in__sag__borgere__rullende_12m
        FROM (
          SELECT
            COUNT(DISTINCT sag.borger) AS sag__borgere__in__sag__borgere__rullende_12m
          FROM demo.main.sag AS sag
          INNER JOIN (VALUES
            (
              CAST('2024-11-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP)
            )) AS "sag.@periods"(begins, low, high)
            ON NOT sag.dag IS NULL
            AND sag.dag >= "sag.@periods".low
            AND sag.dag < "sag.@periods".high
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $2
              )
            )
        ) AS level
      ) AS levels
    ) AS sag__borgere__in__sag__borgere__rullende_12m
  ) AS facts
  GROUP BY
    1,
    2,
    3,
    4
) AS core
ORDER BY
  sag__center__subtotal ASC,
  sag__center ASC,
  sag__dag__month__subtotal ASC,
  sag__dag__month ASC
LIMIT 10001
