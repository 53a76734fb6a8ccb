SELECT
  magtanvendelser__tilbud_navn AS "magtanvendelser.tilbud_navn",
  CAST(magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd AS BIGINT) AS "magtanvendelser.antal_magtanvendelser__aatd",
  CAST(magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar AS BIGINT) AS "magtanvendelser.antal_magtanvendelser__aatd_sidste_aar"
FROM (
  SELECT
    facts.magtanvendelser__tilbud_navn,
    COALESCE(
      MAX(
        facts.magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd
      ),
      0
    ) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd,
    COALESCE(
      MAX(
        facts.magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
      ),
      0
    ) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
  FROM (
    SELECT
      magtanvendelser__tilbud_navn,
      magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd,
      NULL AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
    FROM (
      SELECT
        ".days".magtanvendelser__tilbud_navn AS magtanvendelser__tilbud_navn,
        COALESCE(
          CAST(SUM(
            ".days".magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd
          ) AS BIGINT),
          0
        ) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd
      FROM (
        SELECT
          "magtanvendelse.tilbud".navn AS magtanvendelser__tilbud_navn,
          magtanvendelse.dag AS ".day",
          COUNT(*) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd
        FROM demo.main.magtanvendelse AS magtanvendelse
        LEFT JOIN demo.main.tilbud AS "magtanvendelse.tilbud"
          ON magtanvendelse.tilbud_id = "magtanvendelse.tilbud".tilbud_id
        WHERE
          (
            magtanvendelse.dag >= $1 AND (
              magtanvendelse.dag < $2
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
        )) AS "magtanvendelse.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "magtanvendelse.@periods".low
        AND ".days".".day" < "magtanvendelse.@periods".high
      GROUP BY
        1
    ) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd
    UNION ALL
    SELECT
      magtanvendelser__tilbud_navn,
      NULL AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd,
      magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
    FROM (
      SELECT
        ".days".magtanvendelser__tilbud_navn AS magtanvendelser__tilbud_navn,
        COALESCE(
          CAST(SUM(
            ".days".magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
          ) AS BIGINT),
          0
        ) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
      FROM (
        SELECT
          "magtanvendelse.tilbud".navn AS magtanvendelser__tilbud_navn,
          magtanvendelse.dag AS ".day",
          COUNT(*) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
        FROM demo.main.magtanvendelse AS magtanvendelse
        LEFT JOIN demo.main.tilbud AS "magtanvendelse.tilbud"
          ON magtanvendelse.tilbud_id = "magtanvendelse.tilbud".tilbud_id
        WHERE
          (
            magtanvendelse.dag >= $3 AND (
              magtanvendelse.dag < $4
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
        )) AS "magtanvendelse.@periods"(begins, low, high)
        ON NOT ".days".".day" IS NULL
        AND ".days".".day" >= "magtanvendelse.@periods".low
        AND ".days".".day" < "magtanvendelse.@periods".high
      GROUP BY
        1
    ) AS magtanvendelse__antal_magtanvendelser__in__magtanvendelse__antal_magtanvendelser__aatd_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  magtanvendelser__tilbud_navn ASC
LIMIT 10001
