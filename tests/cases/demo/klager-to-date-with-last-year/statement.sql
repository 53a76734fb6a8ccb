SELECT
  CAST(klage__antal_klager__in__klage__antal_klager__aatd AS BIGINT) AS "klager.antal_klager__aatd",
  CAST(klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar AS BIGINT) AS "klager.antal_klager__aatd_sidste_aar"
FROM (
  SELECT
    COALESCE(MAX(facts.klage__antal_klager__in__klage__antal_klager__aatd), 0) AS klage__antal_klager__in__klage__antal_klager__aatd,
    COALESCE(MAX(facts.klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar), 0) AS klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar
  FROM (
    SELECT
      klage__antal_klager__in__klage__antal_klager__aatd,
      NULL AS klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar
    FROM (
      SELECT
        COALESCE(CAST(SUM(".days".klage__antal_klager__in__klage__antal_klager__aatd) AS BIGINT), 0) AS klage__antal_klager__in__klage__antal_klager__aatd
      FROM (
        SELECT
          klage.modtaget AS ".day",
          COUNT(*) AS klage__antal_klager__in__klage__antal_klager__aatd
        FROM demo.main.klage AS klage
        WHERE
          (
            klage.modtaget >= $1 AND (
              klage.modtaget < $2
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2025-01-01 00:00:00' AS TIMESTAMP),
          CAST('2025-10-01 00:00:00' AS TIMESTAMP)
        )) AS "klage.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "klage.@periods".low
        AND ".days".".day" < "klage.@periods".high
    ) AS klage__antal_klager__in__klage__antal_klager__aatd
    UNION ALL
    SELECT
      NULL AS klage__antal_klager__in__klage__antal_klager__aatd,
      klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar
    FROM (
      SELECT
        COALESCE(
          CAST(SUM(".days".klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar) AS BIGINT),
          0
        ) AS klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar
      FROM (
        SELECT
          klage.modtaget AS ".day",
          COUNT(*) AS klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar
        FROM demo.main.klage AS klage
        WHERE
          (
            klage.modtaget >= $3 AND (
              klage.modtaget < $4
            )
          )
        GROUP BY
          1
      ) AS ".days"
      INNER JOIN (VALUES
        (
          CAST('2025-01-01 00:00:00' AS DATE),
          CAST('2024-01-01 00:00:00' AS TIMESTAMP),
          CAST('2024-10-01 00:00:00' AS TIMESTAMP)
        )) AS "klage.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "klage.@periods".low
        AND ".days".".day" < "klage.@periods".high
    ) AS klage__antal_klager__in__klage__antal_klager__aatd_sidste_aar
  ) AS facts
) AS core
ORDER BY
  klage__antal_klager__in__klage__antal_klager__aatd DESC
LIMIT 10001
