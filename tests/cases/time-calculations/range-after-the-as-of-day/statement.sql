SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__borgere__in__sag__borgere__aatd AS BIGINT) AS "sag.borgere__aatd",
  CAST(sag__antal__in__sag__antal__sidste_aar AS BIGINT) AS "sag.antal__sidste_aar",
  CAST(sag__beloeb__in__sag__beloeb__aatd_sidste_aar AS DECIMAL(38, 2)) AS "sag.beloeb__aatd_sidste_aar",
  CASE WHEN sag__antal__in__sag__antal__aatd IS NULL THEN 'mangler' ELSE 'normal' END AS "sag.antal__aatd__status"
FROM (
  SELECT
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal,
    MAX(facts.sag__antal__in__sag__antal__aatd) AS sag__antal__in__sag__antal__aatd,
    MAX(facts.sag__borgere__in__sag__borgere__aatd) AS sag__borgere__in__sag__borgere__aatd,
    MAX(facts.sag__antal__in__sag__antal__sidste_aar) AS sag__antal__in__sag__antal__sidste_aar,
    MAX(facts.sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
  FROM (
    SELECT
      sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
    FROM (
      SELECT
        COUNT(*) AS sag__antal
      FROM demo.main.sag AS sag
      WHERE
        (
          sag.dag >= $1 AND (
            sag.dag < $2
          )
        )
    ) AS sag__antal
    UNION ALL
    SELECT
      NULL AS sag__antal,
      sag__antal__in__sag__antal__aatd,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
    FROM (
      SELECT
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
    ) AS sag__antal__in__sag__antal__aatd
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
    FROM (
      SELECT
        NULLIF(COUNT(DISTINCT sag.borger), 0) AS sag__borgere__in__sag__borgere__aatd
      FROM demo.main.sag AS sag
      INNER JOIN (VALUES
        (
          CAST('0001-01-01 00:00:00' AS DATE),
          CAST(NULL AS TIMESTAMP),
          CAST(NULL AS TIMESTAMP)
        )) AS "sag.@periods"(begins, low, high)
        ON NOT sag.dag IS NULL AND FALSE
    ) AS sag__borgere__in__sag__borgere__aatd
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      sag__antal__in__sag__antal__sidste_aar,
      NULL AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(".days".sag__antal__in__sag__antal__sidste_aar) AS BIGINT) AS sag__antal__in__sag__antal__sidste_aar
      FROM (
        SELECT
          sag.dag AS ".day",
          COUNT(*) AS sag__antal__in__sag__antal__sidste_aar
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
    ) AS sag__antal__in__sag__antal__sidste_aar
    UNION ALL
    SELECT
      NULL AS sag__antal,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__borgere__in__sag__borgere__aatd,
      NULL AS sag__antal__in__sag__antal__sidste_aar,
      sag__beloeb__in__sag__beloeb__aatd_sidste_aar
    FROM (
      SELECT
        SUM(".days".sag__beloeb__in__sag__beloeb__aatd_sidste_aar) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
      FROM (
        SELECT
          sag.dag AS ".day",
          SUM(sag.beloeb) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
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
    ) AS sag__beloeb__in__sag__beloeb__aatd_sidste_aar
  ) AS facts
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
