SELECT
  rekrutteringer__personalegruppe AS "rekrutteringer.personalegruppe",
  CAST(rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd AS BIGINT) AS "rekrutteringer.forgaeves_rekrutteringer__aatd",
  CAST(rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar AS BIGINT) AS "rekrutteringer.forgaeves_rekrutteringer__aatd_sidste_aar"
FROM (
  SELECT
    facts.rekrutteringer__personalegruppe,
    COALESCE(
      MAX(
        facts.rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd
      ),
      0
    ) AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd,
    COALESCE(
      MAX(
        facts.rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
      ),
      0
    ) AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
  FROM (
    SELECT
      rekrutteringer__personalegruppe,
      rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd,
      NULL AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
    FROM (
      SELECT
        ".days".rekrutteringer__personalegruppe AS rekrutteringer__personalegruppe,
        COALESCE(
          CAST(SUM(
            ".days".rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd
          ) AS BIGINT),
          0
        ) AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd
      FROM (
        SELECT
          rekruttering.personalegruppe AS rekrutteringer__personalegruppe,
          rekruttering.afsluttet AS ".day",
          COUNT(*) FILTER(WHERE
            rekruttering.udfald = 'forgæves') AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd
        FROM demo.main.rekruttering AS rekruttering
        WHERE
          (
            rekruttering.afsluttet >= $1 AND (
              rekruttering.afsluttet < $2
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
        )) AS "rekruttering.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "rekruttering.@periods".low
        AND ".days".".day" < "rekruttering.@periods".high
      GROUP BY
        1
    ) AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd
    UNION ALL
    SELECT
      rekrutteringer__personalegruppe,
      NULL AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd,
      rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
    FROM (
      SELECT
        ".days".rekrutteringer__personalegruppe AS rekrutteringer__personalegruppe,
        COALESCE(
          CAST(SUM(
            ".days".rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
          ) AS BIGINT),
          0
        ) AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
      FROM (
        SELECT
          rekruttering.personalegruppe AS rekrutteringer__personalegruppe,
          rekruttering.afsluttet AS ".day",
          COUNT(*) FILTER(WHERE
            rekruttering.udfald = 'forgæves') AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
        FROM demo.main.rekruttering AS rekruttering
        WHERE
          (
            rekruttering.afsluttet >= $3 AND (
              rekruttering.afsluttet < $4
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
        )) AS "rekruttering.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "rekruttering.@periods".low
        AND ".days".".day" < "rekruttering.@periods".high
      GROUP BY
        1
    ) AS rekruttering__forgaeves_rekrutteringer__in__rekruttering__forgaeves_rekrutteringer__aatd_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  rekrutteringer__personalegruppe ASC
LIMIT 10001
