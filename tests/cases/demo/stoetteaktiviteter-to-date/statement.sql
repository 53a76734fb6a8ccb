SELECT
  stoetteaktiviteter__art AS "stoetteaktiviteter.art",
  CAST(stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd AS BIGINT) AS "stoetteaktiviteter.antal_aktiviteter__aatd",
  CAST(stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar AS BIGINT) AS "stoetteaktiviteter.antal_aktiviteter__aatd_sidste_aar"
FROM (
  SELECT
    facts.stoetteaktiviteter__art,
    COALESCE(
      MAX(
        facts.stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd
      ),
      0
    ) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd,
    COALESCE(
      MAX(
        facts.stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
      ),
      0
    ) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
  FROM (
    SELECT
      stoetteaktiviteter__art,
      stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd,
      NULL AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
    FROM (
      SELECT
        ".days".stoetteaktiviteter__art AS stoetteaktiviteter__art,
        COALESCE(
          CAST(SUM(
            ".days".stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd
          ) AS BIGINT),
          0
        ) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd
      FROM (
        SELECT
          stoetteaktivitet.art AS stoetteaktiviteter__art,
          stoetteaktivitet.dag AS ".day",
          COUNT(*) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd
        FROM demo.main.stoetteaktivitet AS stoetteaktivitet
        WHERE
          (
            stoetteaktivitet.dag >= $1 AND (
              stoetteaktivitet.dag < $2
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
        )) AS "stoetteaktivitet.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "stoetteaktivitet.@periods".low
        AND ".days".".day" < "stoetteaktivitet.@periods".high
      GROUP BY
        1
    ) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd
    UNION ALL
    SELECT
      stoetteaktiviteter__art,
      NULL AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd,
      stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
    FROM (
      SELECT
        ".days".stoetteaktiviteter__art AS stoetteaktiviteter__art,
        COALESCE(
          CAST(SUM(
            ".days".stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
          ) AS BIGINT),
          0
        ) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
      FROM (
        SELECT
          stoetteaktivitet.art AS stoetteaktiviteter__art,
          stoetteaktivitet.dag AS ".day",
          COUNT(*) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
        FROM demo.main.stoetteaktivitet AS stoetteaktivitet
        WHERE
          (
            stoetteaktivitet.dag >= $3 AND (
              stoetteaktivitet.dag < $4
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
        )) AS "stoetteaktivitet.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "stoetteaktivitet.@periods".low
        AND ".days".".day" < "stoetteaktivitet.@periods".high
      GROUP BY
        1
    ) AS stoetteaktivitet__antal_aktiviteter__in__stoetteaktivitet__antal_aktiviteter__aatd_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  stoetteaktiviteter__art ASC
LIMIT 10001
