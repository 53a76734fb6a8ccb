SELECT
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__aktive_borgere AS BIGINT) AS "ophold.aktive_borgere",
  CAST(ophold__nye AS BIGINT) AS "ophold.nye",
  CAST(ophold__afsluttede AS BIGINT) AS "ophold.afsluttede",
  CAST(ophold__doegn_til_nu AS BIGINT) AS "ophold.doegn_til_nu",
  CAST(ophold__nye_borgere AS BIGINT) AS "ophold.nye_borgere"
FROM (
  SELECT
    COALESCE(MAX(facts.ophold__aktive), 0) AS ophold__aktive,
    COALESCE(MAX(facts.ophold__nye), 0) AS ophold__nye,
    COALESCE(MAX(facts.ophold__afsluttede), 0) AS ophold__afsluttede,
    MAX(facts.ophold__doegn_til_nu) AS ophold__doegn_til_nu,
    COALESCE(MAX(facts.ophold__aktive_borgere), 0) AS ophold__aktive_borgere,
    COALESCE(MAX(facts.ophold__nye_borgere), 0) AS ophold__nye_borgere
  FROM (
    SELECT
      ophold__aktive,
      ophold__nye,
      ophold__afsluttede,
      ophold__doegn_til_nu,
      NULL AS ophold__aktive_borgere,
      NULL AS ophold__nye_borgere
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive@number"
              WHEN NOT (
                cells."ophold__aktive@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN (
                "ophold.@periods".low IS NULL OR cells."@event" >= "ophold.@periods".low
              )
              AND cells."@event" < "ophold.@periods".high
              THEN cells."ophold__nye@number"
              WHEN NOT (
                cells."ophold__nye@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__nye,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN (
                "ophold.@periods".low IS NULL OR cells."@event" >= "ophold.@periods".low
              )
              AND cells."@event" < "ophold.@periods".high
              THEN cells."ophold__afsluttede@number"
              WHEN NOT (
                cells."ophold__afsluttede@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__afsluttede,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn_til_nu@number" - cells."ophold__doegn_til_nu@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn_til_nu@number" - cells."ophold__doegn_til_nu@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn_til_nu
      FROM (VALUES
        (
          CAST('2024-06-16' AS DATE),
          CAST('2024-06-16' AS DATE),
          CAST(NULL AS DATE),
          CAST(NULL AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__aktive@number",
          "ophold__nye@number",
          NULL AS "ophold__afsluttede@number",
          "ophold__doegn_til_nu@number",
          "ophold__doegn_til_nu@reckoned"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__aktive@number",
            COUNT(*) AS "ophold__nye@number",
            COUNT(*) AS "ophold__doegn_til_nu@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn_til_nu@reckoned"
          FROM demo.main.ophold AS ophold
          WHERE
            ophold.start < $1
            AND (
              (
                ophold.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  ophold.start < ophold.slut
                ) IS FALSE
              )
            )
          GROUP BY
            1
        ) AS side
        UNION ALL
        SELECT
          "@event",
          -"ophold__aktive@number" AS "ophold__aktive@number",
          NULL AS "ophold__nye@number",
          "ophold__afsluttede@number",
          -"ophold__doegn_til_nu@number" AS "ophold__doegn_til_nu@number",
          -"ophold__doegn_til_nu@reckoned" AS "ophold__doegn_til_nu@reckoned"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__aktive@number",
            COUNT(*) AS "ophold__afsluttede@number",
            COUNT(*) AS "ophold__doegn_til_nu@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn_til_nu@reckoned"
          FROM demo.main.ophold AS ophold
          WHERE
            (
              ophold.start < $1 AND (
                ophold.slut < $1
              )
            )
            AND (
              (
                ophold.start > CAST('-infinity' AS DATE)
              )
            )
            AND (
              (
                NOT (
                  ophold.start < ophold.slut
                ) IS FALSE
              )
            )
          GROUP BY
            1
        ) AS side
      ) AS cells
        ON TRUE
    ) AS ophold__aktive
    UNION ALL
    SELECT
      NULL AS ophold__aktive,
      NULL AS ophold__nye,
      NULL AS ophold__afsluttede,
      NULL AS ophold__doegn_til_nu,
      ophold__aktive_borgere,
      NULL AS ophold__nye_borgere
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive_borgere@number"
              WHEN NOT (
                cells."ophold__aktive_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive_borgere
      FROM (VALUES
        (CAST('2024-06-16' AS DATE), CAST('2024-06-16' AS DATE))) AS "ophold.@periods"(begins, high)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__aktive_borgere@number"
        FROM (
          SELECT
            ophold."@begins" AS "@event",
            COUNT(*) FILTER(WHERE
              ophold."@counted") AS "ophold__aktive_borgere@number"
          FROM (
            SELECT
              GREATEST(
                ".first",
                COALESCE(
                  MAX("@ends") OVER (
                    PARTITION BY ".person", "@counted"
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
                ophold.borger AS ".person",
                (
                  NOT ophold.borger IS NULL
                ) AS "@counted",
                ophold.start AS ".first",
                COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
              FROM demo.main.ophold AS ophold
              WHERE
                ophold.start < $1
                AND (
                  (
                    ophold.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ophold.start < ophold.slut
                    ) IS FALSE
                  )
                )
            ) AS spells
          ) AS ophold
          WHERE
            "@begins" < "@ends" AND "@begins" < $1
          GROUP BY
            1
        ) AS side
        UNION ALL
        SELECT
          "@event",
          -"ophold__aktive_borgere@number" AS "ophold__aktive_borgere@number"
        FROM (
          SELECT
            ophold."@ends" AS "@event",
            COUNT(*) FILTER(WHERE
              ophold."@counted") AS "ophold__aktive_borgere@number"
          FROM (
            SELECT
              GREATEST(
                ".first",
                COALESCE(
                  MAX("@ends") OVER (
                    PARTITION BY ".person", "@counted"
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
                ophold.borger AS ".person",
                (
                  NOT ophold.borger IS NULL
                ) AS "@counted",
                ophold.start AS ".first",
                COALESCE(ophold.slut, CAST('infinity' AS DATE)) AS "@ends"
              FROM demo.main.ophold AS ophold
              WHERE
                ophold.start < $1
                AND (
                  (
                    ophold.start > CAST('-infinity' AS DATE)
                  )
                )
                AND (
                  (
                    NOT (
                      ophold.start < ophold.slut
                    ) IS FALSE
                  )
                )
            ) AS spells
          ) AS ophold
          WHERE
            "@begins" < "@ends" AND "@ends" < $1
          GROUP BY
            1
        ) AS side
      ) AS cells
        ON TRUE
    ) AS ophold__aktive_borgere
    UNION ALL
    SELECT
      NULL AS ophold__aktive,
      NULL AS ophold__nye,
      NULL AS ophold__afsluttede,
      NULL AS ophold__doegn_til_nu,
      NULL AS ophold__aktive_borgere,
      ophold__nye_borgere
    FROM (
      SELECT
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" = "ophold.@periods".begins
              THEN cells."ophold__nye_borgere@number"
              WHEN NOT (
                cells."ophold__nye_borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__nye_borgere
      FROM (VALUES
        (CAST('2024-06-16' AS DATE), CAST('2024-06-16' AS DATE), CAST(NULL AS DATE))) AS "ophold.@periods"(begins, high, low)
      LEFT JOIN (
        SELECT
          "ophold.@periods".begins AS "@event",
          COUNT(DISTINCT events."@person") AS "ophold__nye_borgere@number"
        FROM (
          SELECT
            "@event",
            "@person",
            "ophold__nye_borgere@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              ophold.borger AS "@person",
              COUNT(*) AS "ophold__nye_borgere@number"
            FROM demo.main.ophold AS ophold
            WHERE
              ophold.start < $1
              AND (
                (
                  ophold.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    ophold.start < ophold.slut
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2
          ) AS side
        ) AS events
        INNER JOIN (VALUES
          (CAST('2024-06-16' AS DATE), CAST('2024-06-16' AS DATE), CAST(NULL AS DATE))) AS "ophold.@periods"(begins, high, low)
          ON (
            "ophold.@periods".low IS NULL OR events."@event" >= "ophold.@periods".low
          )
          AND events."@event" < "ophold.@periods".high
          AND events."ophold__nye_borgere@number" > 0
        GROUP BY
          1
      ) AS cells
        ON TRUE
    ) AS ophold__nye_borgere
  ) AS facts
) AS core
ORDER BY
  ophold__aktive DESC
LIMIT 10001
