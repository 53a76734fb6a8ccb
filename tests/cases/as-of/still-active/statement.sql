SELECT
  CAST(udbetaling__aktive AS BIGINT) AS "udbetaling.aktive"
FROM (
  SELECT
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "udbetaling.@periods".high
          THEN cells."udbetaling__aktive@number"
          WHEN NOT (
            cells."udbetaling__aktive@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS udbetaling__aktive
  FROM (VALUES
    (CAST('2025-01-01' AS DATE), CAST('2026-01-01' AS DATE))) AS "udbetaling.@periods"(begins, high)
  LEFT JOIN (
    SELECT
      CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
      SUM(events."udbetaling__aktive@number") AS "udbetaling__aktive@number"
    FROM (
      SELECT
        "@event",
        "udbetaling__aktive@number"
      FROM (
        SELECT
          udbetaling.dag AS "@event",
          COUNT(*) AS "udbetaling__aktive@number"
        FROM (
          SELECT
            udbetaling.*
          FROM demo.main.udbetaling AS udbetaling
          WHERE
            udbetaling.indlaesning IN (1)
          QUALIFY
            ROW_NUMBER() OVER (PARTITION BY udbetaling.id ORDER BY udbetaling.indlaesning DESC) = 1
            AND NOT COALESCE(udbetaling.annulleret, FALSE)
        ) AS udbetaling
        WHERE
          udbetaling.dag < $1
          AND (
            (
              udbetaling.dag > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                udbetaling.dag < udbetaling.slut
              ) IS FALSE
            )
          )
        GROUP BY
          1
      ) AS side
      UNION ALL
      SELECT
        "@event",
        -"udbetaling__aktive@number" AS "udbetaling__aktive@number"
      FROM (
        SELECT
          udbetaling.slut AS "@event",
          COUNT(*) AS "udbetaling__aktive@number"
        FROM (
          SELECT
            udbetaling.*
          FROM demo.main.udbetaling AS udbetaling
          WHERE
            udbetaling.indlaesning IN (1)
          QUALIFY
            ROW_NUMBER() OVER (PARTITION BY udbetaling.id ORDER BY udbetaling.indlaesning DESC) = 1
            AND NOT COALESCE(udbetaling.annulleret, FALSE)
        ) AS udbetaling
        WHERE
          (
            udbetaling.dag < $1 AND (
              udbetaling.slut < $1
            )
          )
          AND (
            (
              udbetaling.dag > CAST('-infinity' AS DATE)
            )
          )
          AND (
            (
              NOT (
                udbetaling.dag < udbetaling.slut
              ) IS FALSE
            )
          )
        GROUP BY
          1
      ) AS side
    ) AS events
    GROUP BY
      1
  ) AS cells
    ON TRUE
) AS core
ORDER BY
  udbetaling__aktive DESC
LIMIT 10001
