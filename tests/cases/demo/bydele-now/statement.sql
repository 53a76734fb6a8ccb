SELECT
  bydele__bydel_kode AS "bydele.bydel_kode",
  bydele__bydel_navn AS "bydele.bydel_navn",
  CAST(ydelse__borgere_i_byen AS BIGINT) AS "bydele.borgere_i_byen"
FROM (
  SELECT
    cells.bydele__bydel_kode,
    cells.bydele__bydel_navn,
    CAST(COALESCE(
      SUM(
        CASE
          WHEN cells."@event" < "ydelse.@periods".high
          THEN cells."ydelse__borgere_i_byen@number"
          WHEN NOT (
            cells."ydelse__borgere_i_byen@number"
          ) IS NULL
          THEN 0
        END
      ),
      0
    ) AS BIGINT) AS ydelse__borgere_i_byen
  FROM (
    SELECT
      bydele__bydel_kode,
      bydele__bydel_navn,
      "@event",
      "ydelse__borgere_i_byen@number"
    FROM (
      SELECT
        ".bydele__bydel_kode" AS bydele__bydel_kode,
        ".bydele__bydel_navn" AS bydele__bydel_navn,
        ydelse."@begins" AS "@event",
        COUNT(*) FILTER(WHERE
          ydelse."@counted") AS "ydelse__borgere_i_byen@number"
      FROM (
        SELECT
          ".bydele__bydel_kode",
          ".bydele__bydel_navn",
          GREATEST(
            ".first",
            COALESCE(
              MAX("@ends") OVER (
                PARTITION BY ".bydele__bydel_kode", ".bydele__bydel_navn", ".person", "@counted"
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
            "ydelse.borger.bopael.bydel".kode AS ".bydele__bydel_kode",
            "ydelse.borger.bopael.bydel".navn AS ".bydele__bydel_navn",
            ydelse.borger_id AS ".person",
            (
              NOT ydelse.borger_id IS NULL
              AND (
                (
                  NOT "ydelse.borger.bopael".bydel IS NULL
                  AND NOT "ydelse.borger".adressebeskyttelse
                )
              )
            ) AS "@counted",
            ydelse.start AS ".first",
            COALESCE(ydelse.slut, CAST('infinity' AS DATE)) AS "@ends"
          FROM demo.main.ydelse AS ydelse
          LEFT JOIN demo.main.borger AS "ydelse.borger"
            ON ydelse.borger_id = "ydelse.borger".borger_id
          LEFT JOIN demo.main.bopael AS "ydelse.borger.bopael"
            ON "ydelse.borger".borger_id = "ydelse.borger.bopael".borger_id
          LEFT JOIN demo.main.bydel AS "ydelse.borger.bopael.bydel"
            ON "ydelse.borger.bopael".bydel = "ydelse.borger.bopael.bydel".kode
          WHERE
            ydelse.start < $1
            AND (
              (
                ydelse.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  ydelse.start < ydelse.slut
                ) IS FALSE
              )
            )
            AND (
              (
                NOT (
                  ydelse.slut >= CAST('2025-09-30' AS DATE)
                ) IS FALSE
              )
            )
        ) AS spells
      ) AS ydelse
      WHERE
        "@begins" < "@ends" AND "@begins" < $1
      GROUP BY
        1,
        2,
        3
    ) AS side
    UNION ALL
    SELECT
      bydele__bydel_kode,
      bydele__bydel_navn,
      "@event",
      -"ydelse__borgere_i_byen@number" AS "ydelse__borgere_i_byen@number"
    FROM (
      SELECT
        ".bydele__bydel_kode" AS bydele__bydel_kode,
        ".bydele__bydel_navn" AS bydele__bydel_navn,
        ydelse."@ends" AS "@event",
        COUNT(*) FILTER(WHERE
          ydelse."@counted") AS "ydelse__borgere_i_byen@number"
      FROM (
        SELECT
          ".bydele__bydel_kode",
          ".bydele__bydel_navn",
          GREATEST(
            ".first",
            COALESCE(
              MAX("@ends") OVER (
                PARTITION BY ".bydele__bydel_kode", ".bydele__bydel_navn", ".person", "@counted"
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
            "ydelse.borger.bopael.bydel".kode AS ".bydele__bydel_kode",
            "ydelse.borger.bopael.bydel".navn AS ".bydele__bydel_navn",
            ydelse.borger_id AS ".person",
            (
              NOT ydelse.borger_id IS NULL
              AND (
                (
                  NOT "ydelse.borger.bopael".bydel IS NULL
                  AND NOT "ydelse.borger".adressebeskyttelse
                )
              )
            ) AS "@counted",
            ydelse.start AS ".first",
            COALESCE(ydelse.slut, CAST('infinity' AS DATE)) AS "@ends"
          FROM demo.main.ydelse AS ydelse
          LEFT JOIN demo.main.borger AS "ydelse.borger"
            ON ydelse.borger_id = "ydelse.borger".borger_id
          LEFT JOIN demo.main.bopael AS "ydelse.borger.bopael"
            ON "ydelse.borger".borger_id = "ydelse.borger.bopael".borger_id
          LEFT JOIN demo.main.bydel AS "ydelse.borger.bopael.bydel"
            ON "ydelse.borger.bopael".bydel = "ydelse.borger.bopael.bydel".kode
          WHERE
            ydelse.start < $1
            AND (
              (
                ydelse.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  ydelse.start < ydelse.slut
                ) IS FALSE
              )
            )
            AND (
              (
                NOT (
                  ydelse.slut >= CAST('2025-09-30' AS DATE)
                ) IS FALSE
              )
            )
        ) AS spells
      ) AS ydelse
      WHERE
        "@begins" < "@ends" AND "@ends" < $1
      GROUP BY
        1,
        2,
        3
    ) AS side
  ) AS cells
  CROSS JOIN (VALUES
    (CAST('2025-09-30' AS DATE), CAST('2025-10-01' AS DATE))) AS "ydelse.@periods"(begins, high)
  GROUP BY
    1,
    2
) AS core
ORDER BY
  bydele__bydel_kode ASC,
  bydele__bydel_navn ASC
LIMIT 10001
