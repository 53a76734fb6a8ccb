SELECT
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd * 100 AS INT128) * 5
      ) * NULLIF(365, 0)
    ) * 10,
    7 * CAST(ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "sygefravaer.dagsvaerk_pr_fuldtidsansat__aatd",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar * 100 AS INT128) * 5
      ) * NULLIF(365, 0)
    ) * 10,
    7 * CAST(ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "sygefravaer.dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd AS INT128) * 100
    ) * 100,
    CAST(ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "sygefravaer.sygefravaersprocent__aatd",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar AS INT128) * 100
    ) * 100,
    CAST(ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "sygefravaer.sygefravaersprocent__aatd_sidste_aar"
FROM (
  SELECT
    MAX(facts.fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd) AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
    MAX(facts.ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd) AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
    MAX(
      facts.fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar
    ) AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
    MAX(
      facts.ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar
    ) AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
    MAX(facts.fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
    MAX(facts.ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
    MAX(
      facts.fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    ) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
    MAX(
      facts.ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    ) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
  FROM (
    SELECT
      fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".high
            THEN "fravaer.@periods".until_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            WHEN NOT (
              "fravaer.@periods".until_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".low
            THEN "fravaer.@periods".low_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            WHEN NOT (
              "fravaer.@periods".low_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2025-10-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20362 AS BIGINT)
        )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number"
          ) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
          SUM(
            events."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
          ) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
        FROM (
          SELECT
            "@event",
            "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
            "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
          FROM (
            SELECT
              fravaer.start AS "@event",
              SUM(fravaer.beskaeftigelsesgrad) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
              SUM(
                fravaer.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)
                )
              ) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
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
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
            -"fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned" AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
          FROM (
            SELECT
              fravaer.slut AS "@event",
              SUM(fravaer.beskaeftigelsesgrad) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
              SUM(
                fravaer.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)
                )
              ) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
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
            GROUP BY
              1
          ) AS side
        ) AS events
        GROUP BY
          1
      ) AS cells
        ON TRUE
    ) AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd
    UNION ALL
    SELECT
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".high
            THEN "ansaettelse.@periods".until_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".until_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".low
            THEN "ansaettelse.@periods".low_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".low_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2025-10-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20362 AS BIGINT)
        )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number"
          ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
          SUM(
            events."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
          ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
        FROM (
          SELECT
            "@event",
            "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
            "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
          FROM (
            SELECT
              ansaettelse.start AS "@event",
              SUM(ansaettelse.beskaeftigelsesgrad) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
              SUM(
                ansaettelse.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)
                )
              ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
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
            -"ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number" AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
            -"ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned" AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
          FROM (
            SELECT
              ansaettelse.slut AS "@event",
              SUM(ansaettelse.beskaeftigelsesgrad) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@number",
              SUM(
                ansaettelse.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)
                )
              ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd@reckoned"
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
    ) AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd
    UNION ALL
    SELECT
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".high
            THEN "fravaer.@periods".until_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "fravaer.@periods".until_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".low
            THEN "fravaer.@periods".low_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "fravaer.@periods".low_days * cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2024-10-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19997 AS BIGINT)
        )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number"
          ) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
          SUM(
            events."fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
          ) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
        FROM (
          SELECT
            "@event",
            "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
            "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              fravaer.start AS "@event",
              SUM(fravaer.beskaeftigelsesgrad) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
              SUM(
                fravaer.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)
                )
              ) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            FROM demo.main.fravaer AS fravaer
            WHERE
              fravaer.start < $2
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
            -"fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
            -"fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned" AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              fravaer.slut AS "@event",
              SUM(fravaer.beskaeftigelsesgrad) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
              SUM(
                fravaer.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)
                )
              ) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            FROM demo.main.fravaer AS fravaer
            WHERE
              (
                fravaer.start < $2 AND (
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
    ) AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar
    UNION ALL
    SELECT
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".high
            THEN "ansaettelse.@periods".until_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".until_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".low
            THEN "ansaettelse.@periods".low_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".low_days * cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" - cells."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2024-10-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19997 AS BIGINT)
        )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number"
          ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
          SUM(
            events."ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
          ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
        FROM (
          SELECT
            "@event",
            "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
            "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              ansaettelse.start AS "@event",
              SUM(ansaettelse.beskaeftigelsesgrad) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
              SUM(
                ansaettelse.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)
                )
              ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            FROM demo.main.ansaettelse AS ansaettelse
            WHERE
              ansaettelse.start < $2
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
            -"ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number" AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
            -"ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned" AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              ansaettelse.slut AS "@event",
              SUM(ansaettelse.beskaeftigelsesgrad) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@number",
              SUM(
                ansaettelse.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)
                )
              ) AS "ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar@reckoned"
            FROM demo.main.ansaettelse AS ansaettelse
            WHERE
              (
                ansaettelse.start < $2 AND (
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
    ) AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar
    UNION ALL
    SELECT
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".high
            THEN "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            WHEN NOT (
              "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".low
            THEN "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            WHEN NOT (
              "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2025-10-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20362 AS BIGINT)
        )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number"
          ) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number",
          SUM(
            events."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
          ) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
        FROM (
          SELECT
            "@event",
            "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number",
            "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
          FROM (
            SELECT
              fravaer.start AS "@event",
              COUNT(*) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
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
            GROUP BY
              1
          ) AS side
          UNION ALL
          SELECT
            "@event",
            -"fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number" AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number",
            -"fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned" AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
          FROM (
            SELECT
              fravaer.slut AS "@event",
              COUNT(*) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
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
            GROUP BY
              1
          ) AS side
        ) AS events
        GROUP BY
          1
      ) AS cells
        ON TRUE
    ) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd
    UNION ALL
    SELECT
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".high
            THEN "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".low
            THEN "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2025-10-01' AS DATE),
          CAST('2025-01-01' AS DATE),
          CAST(20089 AS BIGINT),
          CAST(20362 AS BIGINT)
        )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number"
          ) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number",
          SUM(
            events."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
          ) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
        FROM (
          SELECT
            "@event",
            "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number",
            "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
          FROM (
            SELECT
              ansaettelse.start AS "@event",
              COUNT(*) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
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
            -"ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number" AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number",
            -"ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned" AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
          FROM (
            SELECT
              ansaettelse.slut AS "@event",
              COUNT(*) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd@reckoned"
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
    ) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd
    UNION ALL
    SELECT
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".high
            THEN "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "fravaer.@periods".until_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "fravaer.@periods".low
            THEN "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "fravaer.@periods".low_days * cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2024-10-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19997 AS BIGINT)
        )) AS "fravaer.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number"
          ) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
          SUM(
            events."fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
          ) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
        FROM (
          SELECT
            "@event",
            "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
            "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              fravaer.start AS "@event",
              COUNT(*) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.start)) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            FROM demo.main.fravaer AS fravaer
            WHERE
              fravaer.start < $2
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
            -"fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
            -"fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned" AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              fravaer.slut AS "@event",
              COUNT(*) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), fravaer.slut)) FILTER(WHERE
                fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')) AS "fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            FROM demo.main.fravaer AS fravaer
            WHERE
              (
                fravaer.start < $2 AND (
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
    ) AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    UNION ALL
    SELECT
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd,
      NULL AS fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd_sidste_aar,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd,
      NULL AS fravaer__sygefravaersdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar,
      ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
    FROM (
      SELECT
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".high
            THEN "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".until_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".low
            THEN "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".low_days * cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" - cells."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
      FROM (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2024-10-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19997 AS BIGINT)
        )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(
            events."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number"
          ) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
          SUM(
            events."ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
          ) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
        FROM (
          SELECT
            "@event",
            "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
            "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              ansaettelse.start AS "@event",
              COUNT(*) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            FROM demo.main.ansaettelse AS ansaettelse
            WHERE
              ansaettelse.start < $2
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
            -"ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number" AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
            -"ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned" AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
          FROM (
            SELECT
              ansaettelse.slut AS "@event",
              COUNT(*) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@number",
              SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)) AS "ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar@reckoned"
            FROM demo.main.ansaettelse AS ansaettelse
            WHERE
              (
                ansaettelse.start < $2 AND (
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
    ) AS ansaettelse__ansaettelsesdage__in__fravaer__sygefravaersprocent__aatd_sidste_aar
  ) AS facts
) AS core
ORDER BY
  CAST((
    CAST(fravaer__fuldtidssygedage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd * 100 AS INT128) * 5
  ) * NULLIF(365, 0) AS DOUBLE) / CAST(NULLIF(
    7 * CAST(ansaettelse__fuldtidsdage__in__fravaer__dagsvaerk_pr_fuldtidsansat__aatd * 100 AS INT128),
    0
  ) AS DOUBLE) DESC
LIMIT 10001
