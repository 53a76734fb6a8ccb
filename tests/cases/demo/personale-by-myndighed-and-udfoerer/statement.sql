SELECT
  personale__ansvarlig_nu_art AS "personale.ansvarlig_nu_art",
  CAST(ansaettelse__ansatte AS BIGINT) AS "personale.ansatte",
  CAST(NEAREST_QUOTIENT(CAST(ansaettelse__fuldtidsdage * 100 AS INT128), 365) AS DECIMAL(38, 0)) * 0.01 AS "personale.aarsvaerk"
FROM (
  SELECT
    facts.personale__ansvarlig_nu_art,
    COALESCE(MAX(facts.ansaettelse__ansatte), 0) AS ansaettelse__ansatte,
    MAX(facts.ansaettelse__fuldtidsdage) AS ansaettelse__fuldtidsdage
  FROM (
    SELECT
      personale__ansvarlig_nu_art,
      ansaettelse__ansatte,
      NULL AS ansaettelse__fuldtidsdage
    FROM (
      SELECT
        cells.personale__ansvarlig_nu_art,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ansaettelse.@periods".high
              THEN cells."ansaettelse__ansatte@number"
              WHEN NOT (
                cells."ansaettelse__ansatte@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ansaettelse__ansatte
      FROM (
        SELECT
          events.personale__ansvarlig_nu_art,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ansaettelse__ansatte@number") AS "ansaettelse__ansatte@number"
        FROM (
          SELECT
            personale__ansvarlig_nu_art,
            "@event",
            "ansaettelse__ansatte@number"
          FROM (
            SELECT
              ".personale__ansvarlig_nu_art" AS personale__ansvarlig_nu_art,
              ansaettelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                ansaettelse."@counted") AS "ansaettelse__ansatte@number"
            FROM (
              SELECT
                ".personale__ansvarlig_nu_art",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".personale__ansvarlig_nu_art", ".person", "@counted"
                      ORDER BY ".first", "@ends"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ),
                    ".first"
                  )
                ) AS "@begins",
                "@ends",
                "@counted"
              FROM (
                SELECT
                  "ansaettelse.ansvarlig_nu".art AS ".personale__ansvarlig_nu_art",
                  ansaettelse.ansat_id AS ".person",
                  (
                    NOT ansaettelse.ansat_id IS NULL
                  ) AS "@counted",
                  ansaettelse.start AS ".first",
                  COALESCE(ansaettelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ansaettelse AS ansaettelse
                LEFT JOIN demo.main.organisation AS "ansaettelse.ansvarlig_nu"
                  ON (
                    ansaettelse.enhed = "ansaettelse.ansvarlig_nu".enhed_id
                  )
                  AND "ansaettelse.ansvarlig_nu".gyldig_fra <= $1
                  AND (
                    "ansaettelse.ansvarlig_nu".gyldig_til IS NULL
                    OR "ansaettelse.ansvarlig_nu".gyldig_til > $1
                  )
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
                  AND (
                    (
                      NOT (
                        ansaettelse.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ansaettelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $2
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            personale__ansvarlig_nu_art,
            "@event",
            -"ansaettelse__ansatte@number" AS "ansaettelse__ansatte@number"
          FROM (
            SELECT
              ".personale__ansvarlig_nu_art" AS personale__ansvarlig_nu_art,
              ansaettelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                ansaettelse."@counted") AS "ansaettelse__ansatte@number"
            FROM (
              SELECT
                ".personale__ansvarlig_nu_art",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".personale__ansvarlig_nu_art", ".person", "@counted"
                      ORDER BY ".first", "@ends"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ),
                    ".first"
                  )
                ) AS "@begins",
                "@ends",
                "@counted"
              FROM (
                SELECT
                  "ansaettelse.ansvarlig_nu".art AS ".personale__ansvarlig_nu_art",
                  ansaettelse.ansat_id AS ".person",
                  (
                    NOT ansaettelse.ansat_id IS NULL
                  ) AS "@counted",
                  ansaettelse.start AS ".first",
                  COALESCE(ansaettelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.ansaettelse AS ansaettelse
                LEFT JOIN demo.main.organisation AS "ansaettelse.ansvarlig_nu"
                  ON (
                    ansaettelse.enhed = "ansaettelse.ansvarlig_nu".enhed_id
                  )
                  AND "ansaettelse.ansvarlig_nu".gyldig_fra <= $1
                  AND (
                    "ansaettelse.ansvarlig_nu".gyldig_til IS NULL
                    OR "ansaettelse.ansvarlig_nu".gyldig_til > $1
                  )
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
                  AND (
                    (
                      NOT (
                        ansaettelse.slut >= CAST('2024-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS ansaettelse
            WHERE
              "@begins" < "@ends" AND "@ends" < $2
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
        (CAST('2024-01-01' AS DATE), CAST('2025-01-01' AS DATE))) AS "ansaettelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS ansaettelse__ansatte
    UNION ALL
    SELECT
      personale__ansvarlig_nu_art,
      NULL AS ansaettelse__ansatte,
      ansaettelse__fuldtidsdage
    FROM (
      SELECT
        cells.personale__ansvarlig_nu_art,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".high
            THEN "ansaettelse.@periods".until_days * cells."ansaettelse__fuldtidsdage@number" - cells."ansaettelse__fuldtidsdage@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".until_days * cells."ansaettelse__fuldtidsdage@number" - cells."ansaettelse__fuldtidsdage@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ansaettelse.@periods".low
            THEN "ansaettelse.@periods".low_days * cells."ansaettelse__fuldtidsdage@number" - cells."ansaettelse__fuldtidsdage@reckoned"
            WHEN NOT (
              "ansaettelse.@periods".low_days * cells."ansaettelse__fuldtidsdage@number" - cells."ansaettelse__fuldtidsdage@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS DECIMAL(38, 2)) AS ansaettelse__fuldtidsdage
      FROM (
        SELECT
          events.personale__ansvarlig_nu_art,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ansaettelse__fuldtidsdage@number") AS "ansaettelse__fuldtidsdage@number",
          SUM(events."ansaettelse__fuldtidsdage@reckoned") AS "ansaettelse__fuldtidsdage@reckoned"
        FROM (
          SELECT
            personale__ansvarlig_nu_art,
            "@event",
            "ansaettelse__fuldtidsdage@number",
            "ansaettelse__fuldtidsdage@reckoned"
          FROM (
            SELECT
              "ansaettelse.ansvarlig_nu".art AS personale__ansvarlig_nu_art,
              ansaettelse.start AS "@event",
              SUM(ansaettelse.beskaeftigelsesgrad) AS "ansaettelse__fuldtidsdage@number",
              SUM(
                ansaettelse.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)
                )
              ) AS "ansaettelse__fuldtidsdage@reckoned"
            FROM demo.main.ansaettelse AS ansaettelse
            LEFT JOIN demo.main.organisation AS "ansaettelse.ansvarlig_nu"
              ON (
                ansaettelse.enhed = "ansaettelse.ansvarlig_nu".enhed_id
              )
              AND "ansaettelse.ansvarlig_nu".gyldig_fra <= $1
              AND (
                "ansaettelse.ansvarlig_nu".gyldig_til IS NULL
                OR "ansaettelse.ansvarlig_nu".gyldig_til > $1
              )
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
            personale__ansvarlig_nu_art,
            "@event",
            -"ansaettelse__fuldtidsdage@number" AS "ansaettelse__fuldtidsdage@number",
            -"ansaettelse__fuldtidsdage@reckoned" AS "ansaettelse__fuldtidsdage@reckoned"
          FROM (
            SELECT
              "ansaettelse.ansvarlig_nu".art AS personale__ansvarlig_nu_art,
              ansaettelse.slut AS "@event",
              SUM(ansaettelse.beskaeftigelsesgrad) AS "ansaettelse__fuldtidsdage@number",
              SUM(
                ansaettelse.beskaeftigelsesgrad * (
                  DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)
                )
              ) AS "ansaettelse__fuldtidsdage@reckoned"
            FROM demo.main.ansaettelse AS ansaettelse
            LEFT JOIN demo.main.organisation AS "ansaettelse.ansvarlig_nu"
              ON (
                ansaettelse.enhed = "ansaettelse.ansvarlig_nu".enhed_id
              )
              AND "ansaettelse.ansvarlig_nu".gyldig_fra <= $1
              AND (
                "ansaettelse.ansvarlig_nu".gyldig_til IS NULL
                OR "ansaettelse.ansvarlig_nu".gyldig_til > $1
              )
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
    ) AS ansaettelse__fuldtidsdage
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  personale__ansvarlig_nu_art ASC
LIMIT 10001
