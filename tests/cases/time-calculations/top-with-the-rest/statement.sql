WITH ".top" AS MATERIALIZED (
  SELECT
    sag__center,
    TRUE AS met
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
        CAST('2025-01-01 00:00:00' AS DATE),
        CAST('2025-01-01 00:00:00' AS TIMESTAMP),
        CAST('2025-03-21 00:00:00' AS TIMESTAMP)
      )) AS "sag.@periods"(begins, low, high)
      ON NOT ".days".".day" IS NULL
      AND ".days".".day" >= "sag.@periods".low
      AND ".days".".day" < "sag.@periods".high
    GROUP BY
      1
  ) AS core
  ORDER BY
    sag__antal__in__sag__antal__aatd DESC,
    sag__center ASC
  LIMIT 1
)
SELECT
  sag__center AS "sag.center",
  sag__center__rest AS "sag.center__rest",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__beloeb__in__sag__beloeb__rullende_12m AS DECIMAL(38, 2)) AS "sag.beloeb__rullende_12m"
FROM (
  SELECT
    facts.sag__center,
    facts.sag__center__rest,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0) AS sag__antal__in__sag__antal__aatd,
    MAX(facts.sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
  FROM (
    SELECT
      sag__center,
      sag__center__rest,
      sag__antal__in__sag__antal__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__rullende_12m
    FROM (
      SELECT
        ".days".sag__center AS sag__center,
        ".days".sag__center__rest AS sag__center__rest,
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd
      FROM (
        SELECT
          CASE WHEN ".top".met THEN sag.center END AS sag__center,
          ".top".met IS NULL AS sag__center__rest,
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__aatd
        FROM demo.main.sag AS sag
        LEFT JOIN ".top"
          ON ".top".sag__center IS NOT DISTINCT FROM sag.center
        WHERE
          (
            sag.dag >= $1 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1,
          2,
          3
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-21 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
      GROUP BY
        1,
        2
    ) AS sag__antal__in__sag__antal__aatd
    UNION ALL
    SELECT
      sag__center,
      sag__center__rest,
      NULL AS sag__antal__in__sag__antal__aatd,
      sag__beloeb__in__sag__beloeb__rullende_12m
    FROM (
      SELECT
        ".days".sag__center AS sag__center,
        ".days".sag__center__rest AS sag__center__rest,
        SUM(".days".sag__beloeb__in__sag__beloeb__rullende_12m) AS sag__beloeb__in__sag__beloeb__rullende_12m
      FROM (
        SELECT
          CASE WHEN ".top".met THEN sag.center END AS sag__center,
          ".top".met IS NULL AS sag__center__rest,
          sag.dag AS ".day",
          SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__rullende_12m
        FROM demo.main.sag AS sag
        LEFT JOIN ".top"
          ON ".top".sag__center IS NOT DISTINCT FROM sag.center
        WHERE
          (
            sag.dag >= $3 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1,
          2,
          3
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-03-20 23:59:59.999999' AS DATE),
          CAST('2024-03-21 00:00:00' AS TIMESTAMP),
          CAST('2025-03-21 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
      GROUP BY
        1,
        2
    ) AS sag__beloeb__in__sag__beloeb__rullende_12m
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sag__center__rest ASC,
  sag__center ASC
LIMIT 10001
