SELECT
  sygefravaer__laengde AS "sygefravaer.laengde",
  CAST(fravaer__sygefravaersdage AS BIGINT) AS "sygefravaer.sygefravaersdage",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(fravaer__sygefravaersdage AS INT128) * 100
    ) * 100,
    CAST(ansaettelse__ansaettelsesdage AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "sygefravaer.sygefravaersprocent"
FROM (
  SELECT
    facts.sygefravaer__laengde,
    facts.fravaer__sygefravaersdage AS fravaer__sygefravaersdage,
    ansaettelse__ansaettelsesdage.ansaettelse__ansaettelsesdage AS ansaettelse__ansaettelsesdage
  FROM (
    SELECT
      cells.sygefravaer__laengde,
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
        events.sygefravaer__laengde,
        CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
        SUM(events."fravaer__sygefravaersdage@number") AS "fravaer__sygefravaersdage@number",
        SUM(events."fravaer__sygefravaersdage@reckoned") AS "fravaer__sygefravaersdage@reckoned"
      FROM (
        SELECT
          sygefravaer__laengde,
          "@event",
          "fravaer__sygefravaersdage@number",
          "fravaer__sygefravaersdage@reckoned"
        FROM (
          SELECT
            (
              CASE WHEN (
                fravaer.varighed_dage > 30
              ) THEN 'langt' ELSE 'kort' END
            ) AS sygefravaer__laengde,
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
          sygefravaer__laengde,
          "@event",
          -"fravaer__sygefravaersdage@number" AS "fravaer__sygefravaersdage@number",
          -"fravaer__sygefravaersdage@reckoned" AS "fravaer__sygefravaersdage@reckoned"
        FROM (
          SELECT
            (
              CASE WHEN (
                fravaer.varighed_dage > 30
              ) THEN 'langt' ELSE 'kort' END
            ) AS sygefravaer__laengde,
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
  ) AS facts
  CROSS JOIN (
    SELECT
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
        SUM(events."ansaettelse__ansaettelsesdage@number") AS "ansaettelse__ansaettelsesdage@number",
        SUM(events."ansaettelse__ansaettelsesdage@reckoned") AS "ansaettelse__ansaettelsesdage@reckoned"
      FROM (
        SELECT
          "@event",
          "ansaettelse__ansaettelsesdage@number",
          "ansaettelse__ansaettelsesdage@reckoned"
        FROM (
          SELECT
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
          GROUP BY
            1
        ) AS side
        UNION ALL
        SELECT
          "@event",
          -"ansaettelse__ansaettelsesdage@number" AS "ansaettelse__ansaettelsesdage@number",
          -"ansaettelse__ansaettelsesdage@reckoned" AS "ansaettelse__ansaettelsesdage@reckoned"
        FROM (
          SELECT
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
          GROUP BY
            1
        ) AS side
      ) AS events
      GROUP BY
        1
    ) AS cells
      ON TRUE
  ) AS ansaettelse__ansaettelsesdage
) AS core
ORDER BY
  CASE sygefravaer__laengde WHEN 'kort' THEN 0 WHEN 'langt' THEN 1 END ASC,
  sygefravaer__laengde ASC
LIMIT 10001
