SELECT
  fravaer__enhed AS "fravaer.enhed",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(fravaer__sygefravaersdage AS INT128) * 100
    ) * 100,
    CAST(ansaettelse__ansaettelsesdage AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "fravaer.sygefravaersprocent",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128) * 100
    ) * 100,
    CAST(ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "fravaer.sygefravaersprocent__udfoerende",
  CAST(NEAREST_QUOTIENT(
    (
      (
        (
          CAST(fravaer__sygefravaersdage AS INT128) * 100
        ) * CAST(ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128)
      ) - (
        (
          CAST(fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128) * 100
        ) * CAST(ansaettelse__ansaettelsesdage AS INT128)
      )
    ) * 100,
    CAST(ansaettelse__ansaettelsesdage AS INT128) * CAST(ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "fravaer.sygefravaersprocent__udfoerende_afvigelse",
  CAST(fravaer__sygefravaersprocent__udfoerende_rang__in__fravaer__sygefravaersprocent__udfoerende__total AS BIGINT) AS "fravaer.sygefravaersprocent__udfoerende_rang",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "fravaer.sygefravaersprocent__udfoerende_antal",
  CAST(enheder__antal_enheder__in__fravaer__sygefravaersprocent__udfoerende_medlemmer AS BIGINT) AS "fravaer.sygefravaersprocent__udfoerende_medlemmer",
  CAST(NEAREST_QUOTIENT(
    (
      COALESCE(
        CAST(fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total AS INT128),
        0
      ) * 100
    ) * 10,
    CAST(enheder__antal_enheder__in__fravaer__sygefravaersprocent__udfoerende_medlemmer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "fravaer.sygefravaersprocent__udfoerende_daekning"
FROM (
  SELECT
    facts.fravaer__enhed,
    facts.fravaer__sygefravaersdage AS fravaer__sygefravaersdage,
    facts.ansaettelse__ansaettelsesdage AS ansaettelse__ansaettelsesdage,
    fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende.fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__udfoerende,
    ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende.ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__udfoerende,
    COALESCE(
      enheder__antal_enheder__in__fravaer__sygefravaersprocent__udfoerende_medlemmer.enheder__antal_enheder__in__fravaer__sygefravaersprocent__udfoerende_medlemmer,
      0
    ) AS enheder__antal_enheder__in__fravaer__sygefravaersprocent__udfoerende_medlemmer,
    fravaer__sygefravaersprocent__udfoerende_rang__in__fravaer__sygefravaersprocent__udfoerende__total.fravaer__sygefravaersprocent__udfoerende_rang__in__fravaer__sygefravaersprocent__udfoerende__total AS fravaer__sygefravaersprocent__udfoerende_rang__in__fravaer__sygefravaersprocent__udfoerende__total,
    fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total.fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total AS fravaer__sygefravaersprocent__udfoerende_antal__in__fravaer__sygefravaersprocent__udfoerende__total
  FROM (
    SELECT
      facts.fravaer__enhed,
      MAX(facts.fravaer__sygefravaersdage) AS fravaer__sygefravaersdage,
      MAX(facts.ansaettelse__ansaettelsesdage) AS ansaettelse__ansaettelsesdage
    FROM (
      SELECT
        fravaer__enhed,
        fravaer__sygefravaersdage,
        NULL AS ansaettelse__ansaettelsesdage
      FROM (
        SELECT
          cells.fravaer__enhed,
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
            events.fravaer__enhed,
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."fravaer__sygefravaersdage@number") AS "fravaer__sygefravaersdage@number",
            SUM(events."fravaer__sygefravaersdage@reckoned") AS "fravaer__sygefravaersdage@reckoned"
          FROM (
            SELECT
              fravaer__enhed,
              "@event",
              "fravaer__sygefravaersdage@number",
              "fravaer__sygefravaersdage@reckoned"
            FROM (
              SELECT
                fravaer.enhed AS fravaer__enhed,
                fravaer.start AS "@event",
                COUNT(*) FILTER(WHERE
                  fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)) FILTER(WHERE
                  fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@reckoned"
              FROM demo.main.fravaer AS fravaer
              WHERE
                fravaer.start < $1
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
                      fravaer.slut >= CAST('2024-01-01' AS DATE)
                    ) IS FALSE
                  )
                )
              GROUP BY
                1,
                2
            ) AS side
            UNION ALL
            SELECT
              fravaer__enhed,
              "@event",
              -"fravaer__sygefravaersdage@number" AS "fravaer__sygefravaersdage@number",
              -"fravaer__sygefravaersdage@reckoned" AS "fravaer__sygefravaersdage@reckoned"
            FROM (
              SELECT
                fravaer.enhed AS fravaer__enhed,
                fravaer.slut AS "@event",
                COUNT(*) FILTER(WHERE
                  fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)) FILTER(WHERE
                  fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@reckoned"
              FROM demo.main.fravaer AS fravaer
              WHERE
                (
                  fravaer.start < $1 AND (
                    fravaer.slut < $1
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
                      fravaer.slut >= CAST('2024-01-01' AS DATE)
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
            CAST('2024-01-01' AS DATE),
            CAST('2025-01-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(20089 AS BIGINT)
          )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1
      ) AS fravaer__sygefravaersdage
      UNION ALL
      SELECT
        fravaer__enhed,
        NULL AS fravaer__sygefravaersdage,
        ansaettelse__ansaettelsesdage
      FROM (
        SELECT
          cells.fravaer__enhed,
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
            events.fravaer__enhed,
            CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
            SUM(events."ansaettelse__ansaettelsesdage@number") AS "ansaettelse__ansaettelsesdage@number",
            SUM(events."ansaettelse__ansaettelsesdage@reckoned") AS "ansaettelse__ansaettelsesdage@reckoned"
          FROM (
            SELECT
              fravaer__enhed,
              "@event",
              "ansaettelse__ansaettelsesdage@number",
              "ansaettelse__ansaettelsesdage@reckoned"
            FROM (
              SELECT
                ansaettelse.enhed AS fravaer__enhed,
                ansaettelse.start AS "@event",
                COUNT(*) AS "ansaettelse__ansaettelsesdage@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)) AS "ansaettelse__ansaettelsesdage@reckoned"
              FROM demo.main.ansaettelse AS ansaettelse
              WHERE
                ansaettelse.start < $1
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
                      ansaettelse.slut >= CAST('2024-01-01' AS DATE)
                    ) IS FALSE
                  )
                )
              GROUP BY
                1,
                2
            ) AS side
            UNION ALL
            SELECT
              fravaer__enhed,
              "@event",
              -"ansaettelse__ansaettelsesdage@number" AS "ansaettelse__ansaettelsesdage@number",
              -"ansaettelse__ansaettelsesdage@reckoned" AS "ansaettelse__ansaettelsesdage@reckoned"
            FROM (
              SELECT
                ansaettelse.enhed AS fravaer__enhed,
                ansaettelse.slut AS "@event",
                COUNT(*) AS "ansaettelse__ansaettelsesdage@number",
                SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)) AS "ansaettelse__ansaettelsesdage@reckoned"
              FROM demo.main.ansaettelse AS ansaettelse
              WHERE
                (
                  ansaettelse.start < $1 AND (
                    ansaettelse.slut < $1
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
                      ansaettelse.slut >= CAST('2024-01-01' AS DATE)
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
            CAST('2024-01-01' AS DATE),
            CAST('2025-01-01' AS DATE),
            CAST('2024-01-01' AS DATE),
            CAST(19723 AS BIGINT),
            CAST(20089 AS BIGINT)
          )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
        GROUP BY
          1
      ) AS ansaettelse__ansaettelsesdage
    ) AS facts
    GROUP BY
      1
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
        CAST('2024-01-01' AS DATE),
        CAST('2025-01-01' AS DATE),
        CAST('2024-01-01' AS DATE),
        CAST(19723 AS BIGINT),
        CAST(20089 AS BIGINT)
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
              fravaer.enhed IN ($2, $3, $4, $5, $6) AND (
                fravaer.start < $1
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
              fravaer.enhed IN ($2, $3, $4, $5, $6)
              AND (
                fravaer.start < $1
              )
              AND (
                fravaer.slut < $1
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
        CAST('2024-01-01' AS DATE),
        CAST('2025-01-01' AS DATE),
        CAST('2024-01-01' AS DATE),
        CAST(19723 AS BIGINT),
        CAST(20089 AS BIGINT)
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
              ansaettelse.enhed IN ($2, $3, $4, $5, $6) AND (
                ansaettelse.start < $1
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
              ansaettelse.enhed IN ($2, $3, $4, $5, $6)
              AND (
                ansaettelse.start < $1
              )
              AND (
                ansaettelse.slut < $1
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
      COUNT(*) AS enheder__antal_enheder__in__fravaer__sygefravaersprocent__udfoerende_medlemmer
    FROM (
      SELECT DISTINCT
        enhed_id
      FROM demo.main.organisation AS organisation
      WHERE
        niveau = 'enhed'
    ) AS enheder
    WHERE
      enheder.enhed_id IN ($2, $3, $4, $5, $6)
  ) AS enheder__antal_enheder__in__fravaer__sygefravaersprocent__udfoerende_medlemmer
  LEFT JOIN (
    SELECT
      fravaer__enhed,
      RANK() OVER (
        ORDER BY CAST(CAST(fravaer__sygefravaersdage AS INT128) * 100 AS DOUBLE) / CAST(NULLIF(CAST(ansaettelse__ansaettelsesdage AS INT128), 0) AS DOUBLE) ASC
      ) AS fravaer__sygefravaersprocent__udfoerende_rang__in__fravaer__sygefravaersprocent__udfoerende__total
    FROM (
      SELECT
        facts.fravaer__enhed,
        MAX(facts.fravaer__sygefravaersdage) AS fravaer__sygefravaersdage,
        MAX(facts.ansaettelse__ansaettelsesdage) AS ansaettelse__ansaettelsesdage
      FROM (
        SELECT
          fravaer__enhed,
          fravaer__sygefravaersdage,
          NULL AS ansaettelse__ansaettelsesdage
        FROM (
          SELECT
            cells.fravaer__enhed,
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
              events.fravaer__enhed,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."fravaer__sygefravaersdage@number") AS "fravaer__sygefravaersdage@number",
              SUM(events."fravaer__sygefravaersdage@reckoned") AS "fravaer__sygefravaersdage@reckoned"
            FROM (
              SELECT
                fravaer__enhed,
                "@event",
                "fravaer__sygefravaersdage@number",
                "fravaer__sygefravaersdage@reckoned"
              FROM (
                SELECT
                  fravaer.enhed AS fravaer__enhed,
                  fravaer.start AS "@event",
                  COUNT(*) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@reckoned"
                FROM demo.main.fravaer AS fravaer
                WHERE
                  (
                    fravaer.enhed IN ($2, $3, $4, $5, $6) AND (
                      fravaer.start < $1
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
                        fravaer.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                fravaer__enhed,
                "@event",
                -"fravaer__sygefravaersdage@number" AS "fravaer__sygefravaersdage@number",
                -"fravaer__sygefravaersdage@reckoned" AS "fravaer__sygefravaersdage@reckoned"
              FROM (
                SELECT
                  fravaer.enhed AS fravaer__enhed,
                  fravaer.slut AS "@event",
                  COUNT(*) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)) FILTER(WHERE
                    fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage@reckoned"
                FROM demo.main.fravaer AS fravaer
                WHERE
                  (
                    fravaer.enhed IN ($2, $3, $4, $5, $6)
                    AND (
                      fravaer.start < $1
                    )
                    AND (
                      fravaer.slut < $1
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
                        fravaer.slut >= CAST('2024-01-01' AS DATE)
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
              CAST('2024-01-01' AS DATE),
              CAST('2025-01-01' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(20089 AS BIGINT)
            )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1
        ) AS fravaer__sygefravaersdage
        UNION ALL
        SELECT
          fravaer__enhed,
          NULL AS fravaer__sygefravaersdage,
          ansaettelse__ansaettelsesdage
        FROM (
          SELECT
            cells.fravaer__enhed,
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
              events.fravaer__enhed,
              CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
              SUM(events."ansaettelse__ansaettelsesdage@number") AS "ansaettelse__ansaettelsesdage@number",
              SUM(events."ansaettelse__ansaettelsesdage@reckoned") AS "ansaettelse__ansaettelsesdage@reckoned"
            FROM (
              SELECT
                fravaer__enhed,
                "@event",
                "ansaettelse__ansaettelsesdage@number",
                "ansaettelse__ansaettelsesdage@reckoned"
              FROM (
                SELECT
                  ansaettelse.enhed AS fravaer__enhed,
                  ansaettelse.start AS "@event",
                  COUNT(*) AS "ansaettelse__ansaettelsesdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)) AS "ansaettelse__ansaettelsesdage@reckoned"
                FROM demo.main.ansaettelse AS ansaettelse
                WHERE
                  (
                    ansaettelse.enhed IN ($2, $3, $4, $5, $6) AND (
                      ansaettelse.start < $1
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
                        ansaettelse.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
                GROUP BY
                  1,
                  2
              ) AS side
              UNION ALL
              SELECT
                fravaer__enhed,
                "@event",
                -"ansaettelse__ansaettelsesdage@number" AS "ansaettelse__ansaettelsesdage@number",
                -"ansaettelse__ansaettelsesdage@reckoned" AS "ansaettelse__ansaettelsesdage@reckoned"
              FROM (
                SELECT
                  ansaettelse.enhed AS fravaer__enhed,
                  ansaettelse.slut AS "@event",
                  COUNT(*) AS "ansaettelse__ansaettelsesdage@number",
                  SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)) AS "ansaettelse__ansaettelsesdage@reckoned"
                FROM demo.main.ansaettelse AS ansaettelse
                WHERE
                  (
                    ansaettelse.enhed IN ($2, $3, $4, $5, $6)
                    AND (
                      ansaettelse.start < $1
                    )
                    AND (
                      ansaettelse.slut < $1
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
                        ansaettelse.slut >= CAST('2024-01-01' AS DATE)
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
              CAST('2024-01-01' AS DATE),
              CAST('2025-01-01' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(20089 AS BIGINT)
            )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
          GROUP BY
            1
        ) AS ansaettelse__ansaettelsesdage
      ) AS facts
      GROUP BY
        1
    ) AS members
    WHERE
      NOT fravaer__enhed IS NULL
      AND NOT (
        CAST(CAST(fravaer__sygefravaersdage AS INT128) * 100 AS DOUBLE) / CAST(NULLIF(CAST(ansaettelse__ansaettelsesdage AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS fravaer__sygefravaersprocent__udfoerende_rang__in__fravaer__sygefravaersprocent__udfoerende__total
    ON facts.fravaer__enhed IS NOT DISTINCT FROM fravaer__sygefravaersprocent__udfoerende_rang__in__fravaer__sygefravaersprocent__udfoerende__total.fravaer__enhed
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
                    fravaer.enhed IN ($2, $3, $4, $5, $6) AND (
                      fravaer.start < $1
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
                        fravaer.slut >= CAST('2024-01-01' AS DATE)
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
                    fravaer.enhed IN ($2, $3, $4, $5, $6)
                    AND (
                      fravaer.start < $1
                    )
                    AND (
                      fravaer.slut < $1
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
                        fravaer.slut >= CAST('2024-01-01' AS DATE)
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
              CAST('2024-01-01' AS DATE),
              CAST('2025-01-01' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(20089 AS BIGINT)
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
                    ansaettelse.enhed IN ($2, $3, $4, $5, $6) AND (
                      ansaettelse.start < $1
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
                        ansaettelse.slut >= CAST('2024-01-01' AS DATE)
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
                    ansaettelse.enhed IN ($2, $3, $4, $5, $6)
                    AND (
                      ansaettelse.start < $1
                    )
                    AND (
                      ansaettelse.slut < $1
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
                        ansaettelse.slut >= CAST('2024-01-01' AS DATE)
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
              CAST('2024-01-01' AS DATE),
              CAST('2025-01-01' AS DATE),
              CAST('2024-01-01' AS DATE),
              CAST(19723 AS BIGINT),
              CAST(20089 AS BIGINT)
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
  fravaer__enhed ASC
LIMIT 10001
