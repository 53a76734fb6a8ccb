SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__antal__in__sag__antal__aatd_sidste_aar AS BIGINT) AS "sag.antal__aatd_sidste_aar",
  CAST(sag__antal__in__sag__antal__rullende_12m AS BIGINT) AS "sag.antal__rullende_12m",
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
  CAST(sag__borgere__in__sag__borgere__aatd AS BIGINT) AS "sag.borgere__aatd",
  CAST(sag__stoerste__in__sag__stoerste__rullende_12m AS DECIMAL(38, 2)) AS "sag.stoerste__rullende_12m",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__beloeb__in__sag__pr_time__aatd * 100 AS INT128),
    CAST(indsats__timer__in__sag__pr_time__aatd AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.pr_time__aatd",
  CAST(NEAREST_QUOTIENT(
    CAST(sag__beloeb__in__sag__pr_time__aatd_sidste_aar * 100 AS INT128),
    CAST(indsats__timer__in__sag__pr_time__aatd_sidste_aar AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "sag.pr_time__aatd_sidste_aar"
FROM (
  SELECT
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0) AS sag__antal__in__sag__antal__aatd,
    MAX(facts.sag__antal__prognose__elapsed__in__sag__antal__aatd) AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
    MAX(facts.sag__antal__prognose__whole__in__sag__antal__aatd) AS sag__antal__prognose__whole__in__sag__antal__aatd,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0) AS sag__antal__in__sag__antal__aatd_sidste_aar,
    COALESCE(MAX(facts.sag__antal__in__sag__antal__rullende_12m), 0) AS sag__antal__in__sag__antal__rullende_12m,
    MAX(facts.sag__beloeb__in__sag__beloeb__aatd) AS sag__beloeb__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd) AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__prognose__whole__in__sag__beloeb__aatd) AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
    MAX(facts.sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
    COALESCE(MAX(facts.sag__borgere__in__sag__borgere__aatd), 0) AS sag__borgere__in__sag__borgere__aatd,
    MAX(facts.sag__stoerste__in__sag__stoerste__rullende_12m) AS sag__stoerste__in__sag__stoerste__rullende_12m,
    MAX(facts.sag__beloeb__in__sag__pr_time__aatd) AS sag__beloeb__in__sag__pr_time__aatd,
    MAX(facts.indsats__timer__in__sag__pr_time__aatd) AS indsats__timer__in__sag__pr_time__aatd,
    MAX(facts.sag__beloeb__in__sag__pr_time__aatd_sidste_aar) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
    MAX(facts.indsats__timer__in__sag__pr_time__aatd_sidste_aar) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
  FROM (
    SELECT
      sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
    ) AS sag__antal
    UNION ALL
    SELECT
      NULL AS sag__antal,
      sag__antal__in__sag__antal__aatd,
      sag__antal__prognose__elapsed__in__sag__antal__aatd,
      sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
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
              sag.dag < $2
            )
          )
        GROUP BY
          1
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
    ) AS sag__antal__in__sag__antal__aatd
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__aatd_sidste_aar) AS BIGINT), 0) AS sag__antal__in__sag__antal__aatd_sidste_aar
      FROM (
        SELECT
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__aatd_sidste_aar
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
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-03-21 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
    ) AS sag__antal__in__sag__antal__aatd_sidste_aar
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        COALESCE(CAST(SUM(".days".sag__antal__in__sag__antal__rullende_12m) AS BIGINT), 0) AS sag__antal__in__sag__antal__rullende_12m
      FROM (
        SELECT
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__rullende_12m
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $4 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1
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
    ) AS sag__antal__in__sag__antal__rullende_12m
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      sag__beloeb__in__sag__beloeb__aatd,
      sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
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
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-21 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
    ) AS sag__beloeb__in__sag__beloeb__aatd
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        SUM(".days".sag__beloeb__in__sag__beloeb__helaar_sidste_aar) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
      FROM (
        SELECT
          sag.dag AS ".day",
          SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $3 AND (
              sag.dag < $1
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
    ) AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
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
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-03-21 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
    ) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        COUNT(DISTINCT sag.borger) AS sag__borgere__in__sag__borgere__aatd
      FROM demo.main.sag AS sag
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-21 00:00:00' AS TIMESTAMP)
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
    ) AS sag__borgere__in__sag__borgere__aatd
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        MAX(".days".sag__stoerste__in__sag__stoerste__rullende_12m) AS sag__stoerste__in__sag__stoerste__rullende_12m
      FROM (
        SELECT
          sag.dag AS ".day",
          MAX(sag.beloeb) AS sag__stoerste__in__sag__stoerste__rullende_12m
        FROM demo.main.sag AS sag
        WHERE
          (
            sag.dag >= $4 AND (
              sag.dag < $2
            )
          )
        GROUP BY
          1
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
    ) AS sag__stoerste__in__sag__stoerste__rullende_12m
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        SUM(".days".sag__beloeb__in__sag__pr_time__aatd) AS sag__beloeb__in__sag__pr_time__aatd
      FROM (
        SELECT
          sag.dag AS ".day",
          SUM(sag.beloeb) AS sag__beloeb__in__sag__pr_time__aatd
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
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-21 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
    ) AS sag__beloeb__in__sag__pr_time__aatd
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        SUM(".days".indsats__timer__in__sag__pr_time__aatd) AS indsats__timer__in__sag__pr_time__aatd
      FROM (
        SELECT
          indsats.dag AS ".day",
          SUM(indsats.timer) AS indsats__timer__in__sag__pr_time__aatd
        FROM demo.main.indsats AS indsats
        WHERE
          (
            indsats.dag >= $1 AND (
              indsats.dag < $2
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-03-21 00:00:00' AS TIMESTAMP)
        )) AS "indsats.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "indsats.@periods".low
        AND ".days".".day" < "indsats.@periods".high
    ) AS indsats__timer__in__sag__pr_time__aatd
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      NULL AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        SUM(".days".sag__beloeb__in__sag__pr_time__aatd_sidste_aar) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar
      FROM (
        SELECT
          sag.dag AS ".day",
          SUM(sag.beloeb) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar
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
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-03-21 00:00:00' AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "sag.@periods".low
        AND ".days".".day" < "sag.@periods".high
    ) AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__elapsed__in__sag__antal__aatd,
      NULL AS sag__antal__prognose__whole__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar,
      NULL AS sag__antal__in__sag__antal__rullende_12m,
      NULL AS sag__beloeb__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__elapsed__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__prognose__whole__in__sag__beloeb__aatd,
      NULL AS sag__beloeb__in__sag__beloeb__helaar_sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__stoerste__in__sag__stoerste__rullende_12m,
      NULL AS sag__beloeb__in__sag__pr_time__aatd,
      NULL AS indsats__timer__in__sag__pr_time__aatd,
      NULL AS sag__beloeb__in__sag__pr_time__aatd_sidste_aar,
      indsats__timer__in__sag__pr_time__aatd_sidste_aar
    FROM (
      SELECT
        SUM(".days".indsats__timer__in__sag__pr_time__aatd_sidste_aar) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
      FROM (
        SELECT
          indsats.dag AS ".day",
          SUM(indsats.timer) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
        FROM demo.main.indsats AS indsats
        WHERE
          (
            indsats.dag >= $3 AND (
              indsats.dag < $4
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-03-21 00:00:00' AS TIMESTAMP)
        )) AS "indsats.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "indsats.@periods".low
        AND ".days".".day" < "indsats.@periods".high
    ) AS indsats__timer__in__sag__pr_time__aatd_sidste_aar
  ) AS facts
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
