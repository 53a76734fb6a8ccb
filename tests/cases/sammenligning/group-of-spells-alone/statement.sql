SELECT
  CAST(NEAREST_QUOTIENT(
    (
      CAST(fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128) * 100
    ) * 100,
    CAST(ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "fravaer.sygefravaersprocent__udfoerende",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "fravaer.sygefravaersprocent__udfoerende_antal"
FROM (
  SELECT
    fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende.fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende,
    ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende.ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende,
    fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total.fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total AS fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total
  FROM (
    SELECT
      COUNT(*) AS listed
    FROM (VALUES
      (CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE))) AS "fravaer.@periods"(begins, high)
    LEFT JOIN (
      SELECT
        CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event"
      FROM (
        SELECT
          "@event"
        FROM (
          SELECT DISTINCT
            fravaer.start AS "@event"
          FROM demo.main.fravaer AS fravaer
          WHERE
            (
              fravaer.enhed = $1 AND (
                fravaer.start < $2
              )
            )
            AND (
              (
                fravaer.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  fravaer.start < fravaer.slut
                ) IS FALSE
              )
            )
        ) AS side
        UNION ALL
        SELECT
          "@event"
        FROM (
          SELECT DISTINCT
            fravaer.slut AS "@event"
          FROM demo.main.fravaer AS fravaer
          WHERE
            (
              fravaer.enhed = $1 AND (
                fravaer.start < $2
              ) AND (
                fravaer.slut < $2
              )
            )
            AND (
              (
                fravaer.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  fravaer.start < fravaer.slut
                ) IS FALSE
              )
            )
        ) AS side
      ) AS events
      GROUP BY
        1
    ) AS cells
      ON TRUE
  ) AS facts
  CROSS JOIN (
    SELECT
      CAST(SUM(
        CASE
          WHEN cells."@event" < "fravaer.@periods".high
          THEN "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          WHEN NOT (
            "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          ) IS NULL
          THEN 0
        END
      ) - SUM(
        CASE
          WHEN cells."@event" < "fravaer.@periods".low
          THEN "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          WHEN NOT (
            "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          ) IS NULL
          THEN 0
        END
      ) AS INT128) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende
    FROM (VALUES
      (
        CAST('2025-01-01' AS DATE),
        CAST('2025-02-01' AS DATE),
        CAST('2025-01-01' AS DATE),
        CAST(20089 AS BIGINT),
        CAST(20120 AS BIGINT)
      )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
    LEFT JOIN (
      SELECT
        CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
        SUM(
          events."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number"
        ) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number",
        SUM(
          events."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
        ) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
      FROM (
        SELECT
          "@event",
          "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number",
          "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
        FROM (
          SELECT
            fravaer.start AS "@event",
            COUNT(*) FILTER(WHERE
              fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)) FILTER(WHERE
              fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          FROM demo.main.fravaer AS fravaer
          WHERE
            (
              fravaer.enhed IN ($3, $1, $4, $5, $6) AND (
                fravaer.start < $2
              )
            )
            AND (
              (
                fravaer.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  fravaer.start < fravaer.slut
                ) IS FALSE
              )
            )
          GROUP BY
            1
        ) AS side
        UNION ALL
        SELECT
          "@event",
          -"fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number" AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number",
          -"fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned" AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
        FROM (
          SELECT
            fravaer.slut AS "@event",
            COUNT(*) FILTER(WHERE
              fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)) FILTER(WHERE
              fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          FROM demo.main.fravaer AS fravaer
          WHERE
            (
              fravaer.enhed IN ($3, $1, $4, $5, $6)
              AND (
                fravaer.start < $2
              )
              AND (
                fravaer.slut < $2
              )
            )
            AND (
              (
                fravaer.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  fravaer.start < fravaer.slut
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
  ) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende
  CROSS JOIN (
    SELECT
      CAST(SUM(
        CASE
          WHEN cells."@event" < "ansaettelse.@periods".high
          THEN "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          WHEN NOT (
            "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          ) IS NULL
          THEN 0
        END
      ) - SUM(
        CASE
          WHEN cells."@event" < "ansaettelse.@periods".low
          THEN "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          WHEN NOT (
            "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          ) IS NULL
          THEN 0
        END
      ) AS INT128) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende
    FROM (VALUES
      (
        CAST('2025-01-01' AS DATE),
        CAST('2025-02-01' AS DATE),
        CAST('2025-01-01' AS DATE),
        CAST(20089 AS BIGINT),
        CAST(20120 AS BIGINT)
      )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
    LEFT JOIN (
      SELECT
        CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
        SUM(
          events."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number"
        ) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number",
        SUM(
          events."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
        ) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
      FROM (
        SELECT
          "@event",
          "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number",
          "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
        FROM (
          SELECT
            ansaettelse.start AS "@event",
            COUNT(*) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          FROM demo.main.ansaettelse AS ansaettelse
          WHERE
            (
              ansaettelse.enhed IN ($3, $1, $4, $5, $6) AND (
                ansaettelse.start < $2
              )
            )
            AND (
              (
                ansaettelse.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  ansaettelse.start < ansaettelse.slut
                ) IS FALSE
              )
            )
          GROUP BY
            1
        ) AS side
        UNION ALL
        SELECT
          "@event",
          -"ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number" AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number",
          -"ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned" AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
        FROM (
          SELECT
            ansaettelse.slut AS "@event",
            COUNT(*) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende@reckoned"
          FROM demo.main.ansaettelse AS ansaettelse
          WHERE
            (
              ansaettelse.enhed IN ($3, $1, $4, $5, $6)
              AND (
                ansaettelse.start < $2
              )
              AND (
                ansaettelse.slut < $2
              )
            )
            AND (
              (
                ansaettelse.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  ansaettelse.start < ansaettelse.slut
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
  ) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende
  CROSS JOIN (
    SELECT
      COUNT(
        CAST(NEAREST_QUOTIENT(
          (
            CAST(fravaer__sygefravaersdage AS INT128) * 100
          ) * 1000000000000,
          CAST(ansaettelse__ansaettelsesdage AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__enheder__enhed_id IS NULL) AS fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total
    FROM (
      SELECT
        facts.member__enheder__enhed_id,
        MAX(facts.fravaer__sygefravaersdage) AS fravaer__sygefravaersdage,
        MAX(facts.ansaettelse__ansaettelsesdage) AS ansaettelse__ansaettelsesdage
      FROM (
        SELECT
          member__enheder__enhed_id,
          fravaer__sygefravaersdage,
          NULL AS ansaettelse__ansaettelsesdage
        FROM (
          SELECT
            cells.member__enheder__enhed_id,
            CAST(SUM(
              CASE
                WHEN cells."@event" < "fravaer.@periods".high
                THEN "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage@number" - cells."fravaer__sygefravaersdage@reckoned"
                WHEN NOT (
                  "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage@number" - cells."fravaer__sygefravaersdage@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "fravaer.@periods".low
                THEN "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage@number" - cells."fravaer__sygefravaersdage@reckoned"
                WHEN NOT (
                  "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage@number" - cells."fravaer__sygefravaersdage@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128) AS fravaer__sygefravaersdage
          FROM (
            SELECT
              events.member__enheder__enhed_id,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."fravaer__sygefravaersdage@number") AS "fravaer__sygefravaersdage@number",
              SUM(events."fravaer__sygefravaersdage@reckoned") AS "fravaer__sygefravaersdage@reckoned"
            FROM (
              SELECT
                member__enheder__enhed_id,
                "@event",
                "fravaer__sygefravaersdage@number",
                "fravaer__sygefravaersdage@reckoned"
              FROM (
                SELECT
                  fravaer.enhed AS member__enheder__enhed_id,
                  fravaer.start AS "@event",
                  COUNT(*) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@reckoned"
                FROM demo.main.fravaer AS fravaer
                WHERE
                  (
                    fravaer.enhed IN ($3, $1, $4, $5, $6) AND (
                      fravaer.start < $2
                    )
                  )
                  AND (
                    (
                      fravaer.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        fravaer.start < fravaer.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        fravaer.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                member__enheder__enhed_id,
                "@event",
                -"fravaer__sygefravaersdage@number" AS "fravaer__sygefravaersdage@number",
                -"fravaer__sygefravaersdage@reckoned" AS "fravaer__sygefravaersdage@reckoned"
              FROM (
                SELECT
                  fravaer.enhed AS member__enheder__enhed_id,
                  fravaer.slut AS "@event",
                  COUNT(*) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@reckoned"
                FROM demo.main.fravaer AS fravaer
                WHERE
                  (
                    fravaer.enhed IN ($3, $1, $4, $5, $6)
                    AND (
                      fravaer.start < $2
                    )
                    AND (
                      fravaer.slut < $2
                    )
                  )
                  AND (
                    (
                      fravaer.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        fravaer.start < fravaer.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        fravaer.slut >= CAST('2025-01-01' AS DATE)
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
              CAST('2025-02-01' AS DATE),
              CAST('2025-01-01' AS DATE),
              CAST(20089 AS BIGINT),
              CAST(20120 AS BIGINT)
            )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1
        ) AS fravaer__sygefravaersdage
        UNION ALL
        SELECT
          member__enheder__enhed_id,
          NULL AS fravaer__sygefravaersdage,
          ansaettelse__ansaettelsesdage
        FROM (
          SELECT
            cells.member__enheder__enhed_id,
            CAST(SUM(
              CASE
                WHEN cells."@event" < "ansaettelse.@periods".high
                THEN "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage@number" - cells."ansaettelse__ansaettelsesdage@reckoned"
                WHEN NOT (
                  "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage@number" - cells."ansaettelse__ansaettelsesdage@reckoned"
                ) IS NULL
                THEN 0
              END
            ) - SUM(
              CASE
                WHEN cells."@event" < "ansaettelse.@periods".low
                THEN "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage@number" - cells."ansaettelse__ansaettelsesdage@reckoned"
                WHEN NOT (
                  "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage@number" - cells."ansaettelse__ansaettelsesdage@reckoned"
                ) IS NULL
                THEN 0
              END
            ) AS INT128) AS ansaettelse__ansaettelsesdage
          FROM (
            SELECT
              events.member__enheder__enhed_id,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."ansaettelse__ansaettelsesdage@number") AS "ansaettelse__ansaettelsesdage@number",
              SUM(events."ansaettelse__ansaettelsesdage@reckoned") AS "ansaettelse__ansaettelsesdage@reckoned"
            FROM (
              SELECT
                member__enheder__enhed_id,
                "@event",
                "ansaettelse__ansaettelsesdage@number",
                "ansaettelse__ansaettelsesdage@reckoned"
              FROM (
                SELECT
                  ansaettelse.enhed AS member__enheder__enhed_id,
                  ansaettelse.start AS "@event",
                  COUNT(*) AS "ansaettelse__ansaettelsesdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)) AS "ansaettelse__ansaettelsesdage@reckoned"
                FROM demo.main.ansaettelse AS ansaettelse
                WHERE
                  (
                    ansaettelse.enhed IN ($3, $1, $4, $5, $6) AND (
                      ansaettelse.start < $2
                    )
                  )
                  AND (
                    (
                      ansaettelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        ansaettelse.start < ansaettelse.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        ansaettelse.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                member__enheder__enhed_id,
                "@event",
                -"ansaettelse__ansaettelsesdage@number" AS "ansaettelse__ansaettelsesdage@number",
                -"ansaettelse__ansaettelsesdage@reckoned" AS "ansaettelse__ansaettelsesdage@reckoned"
              FROM (
                SELECT
                  ansaettelse.enhed AS member__enheder__enhed_id,
                  ansaettelse.slut AS "@event",
                  COUNT(*) AS "ansaettelse__ansaettelsesdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)) AS "ansaettelse__ansaettelsesdage@reckoned"
                FROM demo.main.ansaettelse AS ansaettelse
                WHERE
                  (
                    ansaettelse.enhed IN ($3, $1, $4, $5, $6)
                    AND (
                      ansaettelse.start < $2
                    )
                    AND (
                      ansaettelse.slut < $2
                    )
                  )
                  AND (
                    (
                      ansaettelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        ansaettelse.start < ansaettelse.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        ansaettelse.slut >= CAST('2025-01-01' AS DATE)
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
              CAST('2025-02-01' AS DATE),
              CAST('2025-01-01' AS DATE),
              CAST(20089 AS BIGINT),
              CAST(20120 AS BIGINT)
            )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1
        ) AS ansaettelse__ansaettelsesdage
      ) AS facts
      GROUP BY
        1
    ) AS members
  ) AS fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total
) AS core
ORDER BY
  CAST(CAST(fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128) * 100 AS DOUBLE) / CAST(NULLIF(
    CAST(ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128),
    0
  ) AS DOUBLE) DESC
LIMIT 10001
