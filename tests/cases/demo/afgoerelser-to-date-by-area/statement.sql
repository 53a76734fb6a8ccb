SELECT
  afgoerelser__ydelsesomraade AS "afgoerelser.ydelsesomraade",
  CAST(afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd AS BIGINT) AS "afgoerelser.antal_afgoerelser__aatd",
  CAST(afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar AS BIGINT) AS "afgoerelser.antal_afgoerelser__aatd_sidste_aar"
FROM (
  SELECT
    facts.afgoerelser__ydelsesomraade,
    COALESCE(
      MAX(facts.afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd),
      0
    ) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd,
    COALESCE(
      MAX(
        facts.afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
      ),
      0
    ) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
  FROM (
    SELECT
      afgoerelser__ydelsesomraade,
      afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd,
      NULL AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
    FROM (
      SELECT
        ".days".afgoerelser__ydelsesomraade AS afgoerelser__ydelsesomraade,
        COALESCE(
          CAST(SUM(".days".afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd) AS BIGINT),
          0
        ) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd
      FROM (
        SELECT
          (
            CASE
              WHEN (
                afgoerelse.lov = 'barnets lov' OR afgoerelse.paragraf IN ('52', '66', '76')
              )
              THEN 'børn og unge'
              WHEN (
                afgoerelse.paragraf IN ('107', '108')
              )
              THEN 'botilbud'
              WHEN (
                afgoerelse.paragraf IN ('109', '110')
              )
              THEN 'krisecentre og herberger'
              WHEN (
                afgoerelse.paragraf IN ('103', '104')
              )
              THEN 'beskæftigelse og samvær'
              ELSE 'støtte og behandling'
            END
          ) AS afgoerelser__ydelsesomraade,
          afgoerelse.afgjort AS ".day",
          COUNT(*) FILTER(WHERE
            NOT afgoerelse.afgjort IS NULL) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd
        FROM demo.main.afgoerelse AS afgoerelse
        WHERE
          (
            afgoerelse.afgjort >= $1 AND (
              afgoerelse.afgjort < $2
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
          CAST('2025-10-01 00:00:00' AS TIMESTAMP)
        )) AS "afgoerelse.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "afgoerelse.@periods".low
        AND ".days".".day" < "afgoerelse.@periods".high
      GROUP BY
        1
    ) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd
    UNION ALL
    SELECT
      afgoerelser__ydelsesomraade,
      NULL AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd,
      afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
    FROM (
      SELECT
        ".days".afgoerelser__ydelsesomraade AS afgoerelser__ydelsesomraade,
        COALESCE(
          CAST(SUM(
            ".days".afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
          ) AS BIGINT),
          0
        ) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
      FROM (
        SELECT
          (
            CASE
              WHEN (
                afgoerelse.lov = 'barnets lov' OR afgoerelse.paragraf IN ('52', '66', '76')
              )
              THEN 'børn og unge'
              WHEN (
                afgoerelse.paragraf IN ('107', '108')
              )
              THEN 'botilbud'
              WHEN (
                afgoerelse.paragraf IN ('109', '110')
              )
              THEN 'krisecentre og herberger'
              WHEN (
                afgoerelse.paragraf IN ('103', '104')
              )
              THEN 'beskæftigelse og samvær'
              ELSE 'støtte og behandling'
            END
          ) AS afgoerelser__ydelsesomraade,
          afgoerelse.afgjort AS ".day",
          COUNT(*) FILTER(WHERE
            NOT afgoerelse.afgjort IS NULL) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
        FROM demo.main.afgoerelse AS afgoerelse
        WHERE
          (
            afgoerelse.afgjort >= $3 AND (
              afgoerelse.afgjort < $4
            )
          )
        GROUP BY
          1,
          2
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-10-01 00:00:00' AS TIMESTAMP)
        )) AS "afgoerelse.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "afgoerelse.@periods".low
        AND ".days".".day" < "afgoerelse.@periods".high
      GROUP BY
        1
    ) AS afgoerelse__antal_afgoerelser__in__afgoerelse__antal_afgoerelser__aatd_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  afgoerelser__ydelsesomraade ASC
LIMIT 10001
