SELECT
  sager__ny_center AS "sager.ny_center",
  sager__periode__quarter AS "sager.periode.quarter",
  CAST(sag__nye__in__sag__nye__aatd AS DECIMAL(38, 2)) AS "sager.nye__aatd"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      cells.sager__ny_center,
      "sag.@periods".begins AS sager__periode__quarter,
      CAST(COALESCE(
        SUM(
          CASE
            WHEN cells."@event" >= "sag.@periods".low AND cells."@event" < "sag.@periods".high
            THEN cells."sag__nye__in__sag__nye__aatd@number"
            WHEN NOT (
              cells."sag__nye__in__sag__nye__aatd@number"
            ) IS NULL
            THEN 0
          END
        ),
        0
      ) AS DECIMAL(38, 2)) AS sag__nye__in__sag__nye__aatd
    FROM (
      SELECT
        events.sager__ny_center,
        CAST(DATE_TRUNC('QUARTER', events."@event") AS DATE) AS "@event",
        SUM(events."sag__nye__in__sag__nye__aatd@number") AS "sag__nye__in__sag__nye__aatd@number"
      FROM (
        SELECT
          sager__ny_center,
          "@event",
          "sag__nye__in__sag__nye__aatd@number"
        FROM (
          SELECT
            "sag.ny".center AS sager__ny_center,
            sag.start AS "@event",
            CAST(COALESCE(SUM(COALESCE("sag.ny".andel, 1)), 0) AS DECIMAL(38, 2)) AS "sag__nye__in__sag__nye__aatd@number"
          FROM demo.main.sag AS sag
          LEFT JOIN demo.main.efter AS "sag.ny"
            ON (
              sag.enhed = "sag.ny".fra_enhed
            )
            AND "sag.ny".fra <= $1
            AND (
              "sag.ny".til IS NULL OR "sag.ny".til > $1
            )
          WHERE
            (
              "sag.ny".center = $2 AND (
                sag.start < $3
              )
            )
            AND (
              (
                sag.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  sag.start < sag.slut
                ) IS FALSE
              )
            )
            AND (
              (
                NOT (
                  sag.slut >= CAST('2025-01-01' AS DATE)
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
        CAST('2025-04-01' AS DATE),
        CAST('2025-01-01' AS DATE)
      ),
      (
        CAST('2025-04-01' AS DATE),
        CAST('2025-07-01' AS DATE),
        CAST('2025-01-01' AS DATE)
      ),
      (
        CAST('2025-07-01' AS DATE),
        CAST('2025-10-01' AS DATE),
        CAST('2025-01-01' AS DATE)
      )) AS "sag.@periods"(begins, high, low)
    GROUP BY
      1,
      2
  )
  SELECT
    facts.sager__ny_center,
    facts.sager__periode__quarter,
    CASE
      WHEN facts.sager__periode__quarter <= CAST('2025-07-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__nye__in__sag__nye__aatd), 0)
    END AS sag__nye__in__sag__nye__aatd
  FROM (
    SELECT
      sager__ny_center,
      sager__periode__quarter,
      sag__nye__in__sag__nye__aatd
    FROM ".answered"
    UNION ALL
    SELECT
      others.sager__ny_center,
      sager__periode__quarter.sager__periode__quarter,
      NULL AS sag__nye__in__sag__nye__aatd
    FROM (
      SELECT DISTINCT
        sager__ny_center
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT
        CAST(periods.period AS DATE) AS sager__periode__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($4 AS TIMESTAMP) AS first,
            CAST($5 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sager__periode__quarter
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  sager__periode__quarter ASC,
  sager__ny_center ASC
LIMIT 10001
