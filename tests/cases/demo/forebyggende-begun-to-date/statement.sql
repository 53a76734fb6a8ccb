SELECT
  forebyggende_indsatser__indsatstype AS "forebyggende_indsatser.indsatstype",
  CAST(forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd AS BIGINT) AS "forebyggende_indsatser.nye_indsatser__aatd",
  CAST(forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar AS BIGINT) AS "forebyggende_indsatser.nye_indsatser__aatd_sidste_aar"
FROM (
  SELECT
    facts.forebyggende_indsatser__indsatstype,
    COALESCE(MAX(facts.forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd), 0) AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd,
    COALESCE(
      MAX(
        facts.forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar
      ),
      0
    ) AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar
  FROM (
    SELECT
      forebyggende_indsatser__indsatstype,
      forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd,
      NULL AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar
    FROM (
      SELECT
        cells.forebyggende_indsatser__indsatstype,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "forebyggende.@periods".low
              AND cells."@event" < "forebyggende.@periods".high
              THEN cells."forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd@number"
              WHEN NOT (
                cells."forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd
      FROM (
        SELECT
          events.forebyggende_indsatser__indsatstype,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd@number"
          ) AS "forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd@number"
        FROM (
          SELECT
            forebyggende_indsatser__indsatstype,
            "@event",
            "forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd@number"
          FROM (
            SELECT
              forebyggende.indsatstype AS forebyggende_indsatser__indsatstype,
              forebyggende.start AS "@event",
              COUNT(*) FILTER(WHERE
                forebyggende.ny) AS "forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd@number"
            FROM demo.main.forebyggende AS forebyggende
            WHERE
              forebyggende.start < $1
              AND (
                (
                  forebyggende.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    forebyggende.start < forebyggende.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    forebyggende.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
        ) AS events
        GROUP BY
          1,
          2
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2025-10-01' AS DATE),
          CAST('2025-01-01' AS DATE)
        )) AS "forebyggende.@periods"(begins, high, low)
      GROUP BY
        1
    ) AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd
    UNION ALL
    SELECT
      forebyggende_indsatser__indsatstype,
      NULL AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd,
      forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar
    FROM (
      SELECT
        cells.forebyggende_indsatser__indsatstype,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "forebyggende.@periods".low
              AND cells."@event" < "forebyggende.@periods".high
              THEN cells."forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar@number"
              WHEN NOT (
                cells."forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar
      FROM (
        SELECT
          events.forebyggende_indsatser__indsatstype,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar@number"
          ) AS "forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar@number"
        FROM (
          SELECT
            forebyggende_indsatser__indsatstype,
            "@event",
            "forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar@number"
          FROM (
            SELECT
              forebyggende.indsatstype AS forebyggende_indsatser__indsatstype,
              forebyggende.start AS "@event",
              COUNT(*) FILTER(WHERE
                forebyggende.ny) AS "forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar@number"
            FROM demo.main.forebyggende AS forebyggende
            WHERE
              forebyggende.start < $2
              AND (
                (
                  forebyggende.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    forebyggende.start < forebyggende.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    forebyggende.slut >= CAST('2024-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
        ) AS events
        GROUP BY
          1,
          2
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2024-10-01' AS DATE),
          CAST('2024-01-01' AS DATE)
        )) AS "forebyggende.@periods"(begins, high, low)
      GROUP BY
        1
    ) AS forebyggende__nye_indsatser__in__forebyggende__nye_indsatser__aatd_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  forebyggende_indsatser__indsatstype ASC
LIMIT 10001
