SELECT
  personale__periode__year AS "personale.periode.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ansaettelse__ansatte_ultimo AS INT128) - CAST(ansaettelse__begyndte AS INT128)
    ) + CAST(ansaettelse__afsluttede AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "personale.ansatte_primo",
  CAST(ansaettelse__tilgang AS BIGINT) AS "personale.tilgang",
  CAST(ansaettelse__fratraadte AS BIGINT) AS "personale.fratraadte",
  CAST(ansaettelse__afsluttede AS BIGINT) AS "personale.afsluttede",
  CAST(NEAREST_QUOTIENT(
    (
      (
        (
          CAST(ansaettelse__tilgang AS INT128) + CAST(ansaettelse__fratraadte AS INT128)
        ) * 50
      ) * NULLIF(365, 0)
    ) * 10,
    CAST(ansaettelse__helaarsansatte__0 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "personale.personaleomsaetning_gennemsnit",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ansaettelse__fratraadte AS INT128) * 100
    ) * 10,
    (
      CAST(ansaettelse__ansatte_ultimo AS INT128) - CAST(ansaettelse__begyndte AS INT128)
    ) + CAST(ansaettelse__afsluttede AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "personale.personaleomsaetning_afgang"
FROM (
  SELECT
    "ansaettelse.@periods".begins AS personale__periode__year,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "ansaettelse.@periods".high
          THEN cells."ansaettelse__ansatte_ultimo@number"
          WHEN NOT (
            cells."ansaettelse__ansatte_ultimo@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ansaettelse__ansatte_ultimo,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "ansaettelse.@periods".low
          AND cells."@event" < "ansaettelse.@periods".high
          THEN cells."ansaettelse__begyndte@number"
          WHEN NOT (
            cells."ansaettelse__begyndte@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ansaettelse__begyndte,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "ansaettelse.@periods".low
          AND cells."@event" < "ansaettelse.@periods".high
          THEN cells."ansaettelse__afsluttede@number"
          WHEN NOT (
            cells."ansaettelse__afsluttede@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ansaettelse__afsluttede,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "ansaettelse.@periods".low
          AND cells."@event" < "ansaettelse.@periods".high
          THEN cells."ansaettelse__tilgang@number"
          WHEN NOT (
            cells."ansaettelse__tilgang@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ansaettelse__tilgang,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" >= "ansaettelse.@periods".low
          AND cells."@event" < "ansaettelse.@periods".high
          THEN cells."ansaettelse__fratraadte@number"
          WHEN NOT (
            cells."ansaettelse__fratraadte@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ansaettelse__fratraadte,
    CAST(SUM(
      CASE
        WHEN cells."@event" < "ansaettelse.@periods".high
        THEN "ansaettelse.@periods".until_days * cells."ansaettelse__helaarsansatte__0@number" - cells."ansaettelse__helaarsansatte__0@reckoned"
        WHEN NOT (
          "ansaettelse.@periods".until_days * cells."ansaettelse__helaarsansatte__0@number" - cells."ansaettelse__helaarsansatte__0@reckoned"
        ) IS NULL
        THEN 0
      END
    ) - SUM(
      CASE
        WHEN cells."@event" < "ansaettelse.@periods".low
        THEN "ansaettelse.@periods".low_days * cells."ansaettelse__helaarsansatte__0@number" - cells."ansaettelse__helaarsansatte__0@reckoned"
        WHEN NOT (
          "ansaettelse.@periods".low_days * cells."ansaettelse__helaarsansatte__0@number" - cells."ansaettelse__helaarsansatte__0@reckoned"
        ) IS NULL
        THEN 0
      END
    ) AS INT128) AS ansaettelse__helaarsansatte__0
  FROM (VALUES
    (
      CAST('2023-01-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2023-01-01' AS DATE),
      CAST(19358 AS BIGINT),
      CAST(19723 AS BIGINT)
    ),
    (
      CAST('2024-01-01' AS DATE),
      CAST('2025-01-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST(19723 AS BIGINT),
      CAST(20089 AS BIGINT)
    ),
    (
      CAST('2025-01-01' AS DATE),
      CAST('2026-01-01' AS DATE),
      CAST('2025-01-01' AS DATE),
      CAST(20089 AS BIGINT),
      CAST(20362 AS BIGINT)
    )) AS "ansaettelse.@periods"(begins, high, low, low_days, until_days)
  LEFT JOIN (
    SELECT
      CAST(DATE_TRUNC('YEAR', events."@event") AS DATE) AS "@event",
      SUM(events."ansaettelse__ansatte_ultimo@number") AS "ansaettelse__ansatte_ultimo@number",
      SUM(events."ansaettelse__begyndte@number") AS "ansaettelse__begyndte@number",
      SUM(events."ansaettelse__afsluttede@number") AS "ansaettelse__afsluttede@number",
      SUM(events."ansaettelse__tilgang@number") AS "ansaettelse__tilgang@number",
      SUM(events."ansaettelse__fratraadte@number") AS "ansaettelse__fratraadte@number",
      SUM(events."ansaettelse__helaarsansatte__0@number") AS "ansaettelse__helaarsansatte__0@number",
      SUM(events."ansaettelse__helaarsansatte__0@reckoned") AS "ansaettelse__helaarsansatte__0@reckoned"
    FROM (
      SELECT
        "@event",
        "ansaettelse__ansatte_ultimo@number",
        "ansaettelse__begyndte@number",
        NULL AS "ansaettelse__afsluttede@number",
        "ansaettelse__tilgang@number",
        NULL AS "ansaettelse__fratraadte@number",
        "ansaettelse__helaarsansatte__0@number",
        "ansaettelse__helaarsansatte__0@reckoned"
      FROM (
        SELECT
          ansaettelse.start AS "@event",
          COUNT(*) AS "ansaettelse__ansatte_ultimo@number",
          COUNT(*) AS "ansaettelse__begyndte@number",
          COUNT(*) FILTER(WHERE
            ansaettelse.nyansat) AS "ansaettelse__tilgang@number",
          COUNT(*) AS "ansaettelse__helaarsansatte__0@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.start)) AS "ansaettelse__helaarsansatte__0@reckoned"
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
        -"ansaettelse__ansatte_ultimo@number" AS "ansaettelse__ansatte_ultimo@number",
        NULL AS "ansaettelse__begyndte@number",
        "ansaettelse__afsluttede@number",
        NULL AS "ansaettelse__tilgang@number",
        "ansaettelse__fratraadte@number",
        -"ansaettelse__helaarsansatte__0@number" AS "ansaettelse__helaarsansatte__0@number",
        -"ansaettelse__helaarsansatte__0@reckoned" AS "ansaettelse__helaarsansatte__0@reckoned"
      FROM (
        SELECT
          ansaettelse.slut AS "@event",
          COUNT(*) AS "ansaettelse__ansatte_ultimo@number",
          COUNT(*) AS "ansaettelse__afsluttede@number",
          COUNT(*) FILTER(WHERE
            ansaettelse.fratraadt) AS "ansaettelse__fratraadte@number",
          COUNT(*) AS "ansaettelse__helaarsansatte__0@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ansaettelse.slut)) AS "ansaettelse__helaarsansatte__0@reckoned"
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
  GROUP BY
    1
) AS core
ORDER BY
  personale__periode__year ASC
LIMIT 10001
