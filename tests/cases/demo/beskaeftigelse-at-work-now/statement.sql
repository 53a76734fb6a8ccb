SELECT
  beskaeftigelser__enhed AS "beskaeftigelser.enhed",
  CAST(beskaeftigelse__borgere AS BIGINT) AS "beskaeftigelser.borgere",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(beskaeftigelse__beskaeftigede AS INT128) * 100
    ) * 10,
    CAST(beskaeftigelse__borgere AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "beskaeftigelser.beskaeftigelsesprocent",
  CAST(beskaeftigelse__afsluttet_uddannelse AS BIGINT) AS "beskaeftigelser.afsluttet_uddannelse",
  CAST(beskaeftigelse__erhvervspraktik AS BIGINT) AS "beskaeftigelser.erhvervspraktik",
  CAST(beskaeftigelse__nye_i_beskaeftigelse AS BIGINT) AS "beskaeftigelser.nye_i_beskaeftigelse"
FROM (
  SELECT
    facts.beskaeftigelser__enhed,
    COALESCE(MAX(facts.beskaeftigelse__borgere), 0) AS beskaeftigelse__borgere,
    COALESCE(MAX(facts.beskaeftigelse__beskaeftigede), 0) AS beskaeftigelse__beskaeftigede,
    COALESCE(MAX(facts.beskaeftigelse__afsluttet_uddannelse), 0) AS beskaeftigelse__afsluttet_uddannelse,
    COALESCE(MAX(facts.beskaeftigelse__erhvervspraktik), 0) AS beskaeftigelse__erhvervspraktik,
    COALESCE(MAX(facts.beskaeftigelse__nye_i_beskaeftigelse), 0) AS beskaeftigelse__nye_i_beskaeftigelse
  FROM (
    SELECT
      beskaeftigelser__enhed,
      beskaeftigelse__borgere,
      NULL AS beskaeftigelse__beskaeftigede,
      NULL AS beskaeftigelse__afsluttet_uddannelse,
      NULL AS beskaeftigelse__erhvervspraktik,
      NULL AS beskaeftigelse__nye_i_beskaeftigelse
    FROM (
      SELECT
        cells.beskaeftigelser__enhed,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "beskaeftigelse.@periods".high
              THEN cells."beskaeftigelse__borgere@number"
              WHEN NOT (
                cells."beskaeftigelse__borgere@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS beskaeftigelse__borgere
      FROM (
        SELECT
          events.beskaeftigelser__enhed,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."beskaeftigelse__borgere@number") AS "beskaeftigelse__borgere@number"
        FROM (
          SELECT
            beskaeftigelser__enhed,
            "@event",
            "beskaeftigelse__borgere@number"
          FROM (
            SELECT
              ".beskaeftigelser__enhed" AS beskaeftigelser__enhed,
              beskaeftigelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                beskaeftigelse."@counted") AS "beskaeftigelse__borgere@number"
            FROM (
              SELECT
                ".beskaeftigelser__enhed",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".beskaeftigelser__enhed", ".person", "@counted"
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
                  beskaeftigelse.enhed AS ".beskaeftigelser__enhed",
                  beskaeftigelse.borger_id AS ".person",
                  (
                    NOT beskaeftigelse.borger_id IS NULL
                  ) AS "@counted",
                  beskaeftigelse.start AS ".first",
                  COALESCE(beskaeftigelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.beskaeftigelse AS beskaeftigelse
                WHERE
                  beskaeftigelse.start < $1
                  AND (
                    (
                      beskaeftigelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.start < beskaeftigelse.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS beskaeftigelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            beskaeftigelser__enhed,
            "@event",
            -"beskaeftigelse__borgere@number" AS "beskaeftigelse__borgere@number"
          FROM (
            SELECT
              ".beskaeftigelser__enhed" AS beskaeftigelser__enhed,
              beskaeftigelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                beskaeftigelse."@counted") AS "beskaeftigelse__borgere@number"
            FROM (
              SELECT
                ".beskaeftigelser__enhed",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".beskaeftigelser__enhed", ".person", "@counted"
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
                  beskaeftigelse.enhed AS ".beskaeftigelser__enhed",
                  beskaeftigelse.borger_id AS ".person",
                  (
                    NOT beskaeftigelse.borger_id IS NULL
                  ) AS "@counted",
                  beskaeftigelse.start AS ".first",
                  COALESCE(beskaeftigelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.beskaeftigelse AS beskaeftigelse
                WHERE
                  beskaeftigelse.start < $1
                  AND (
                    (
                      beskaeftigelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.start < beskaeftigelse.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS beskaeftigelse
            WHERE
              "@begins" < "@ends" AND "@ends" < $1
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
        (CAST('2025-01-01' AS DATE), CAST('2026-01-01' AS DATE))) AS "beskaeftigelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS beskaeftigelse__borgere
    UNION ALL
    SELECT
      beskaeftigelser__enhed,
      NULL AS beskaeftigelse__borgere,
      beskaeftigelse__beskaeftigede,
      NULL AS beskaeftigelse__afsluttet_uddannelse,
      NULL AS beskaeftigelse__erhvervspraktik,
      NULL AS beskaeftigelse__nye_i_beskaeftigelse
    FROM (
      SELECT
        cells.beskaeftigelser__enhed,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "beskaeftigelse.@periods".high
              THEN cells."beskaeftigelse__beskaeftigede@number"
              WHEN NOT (
                cells."beskaeftigelse__beskaeftigede@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS beskaeftigelse__beskaeftigede
      FROM (
        SELECT
          events.beskaeftigelser__enhed,
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."beskaeftigelse__beskaeftigede@number") AS "beskaeftigelse__beskaeftigede@number"
        FROM (
          SELECT
            beskaeftigelser__enhed,
            "@event",
            "beskaeftigelse__beskaeftigede@number"
          FROM (
            SELECT
              ".beskaeftigelser__enhed" AS beskaeftigelser__enhed,
              beskaeftigelse."@begins" AS "@event",
              COUNT(*) FILTER(WHERE
                beskaeftigelse."@counted") AS "beskaeftigelse__beskaeftigede@number"
            FROM (
              SELECT
                ".beskaeftigelser__enhed",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".beskaeftigelser__enhed", ".person", "@counted"
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
                  beskaeftigelse.enhed AS ".beskaeftigelser__enhed",
                  beskaeftigelse.borger_id AS ".person",
                  (
                    NOT beskaeftigelse.borger_id IS NULL
                    AND (
                      (
                        beskaeftigelse.status IN ('beskæftigelse', 'fleksjob')
                      )
                    )
                  ) AS "@counted",
                  beskaeftigelse.start AS ".first",
                  COALESCE(beskaeftigelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.beskaeftigelse AS beskaeftigelse
                WHERE
                  beskaeftigelse.start < $1
                  AND (
                    (
                      beskaeftigelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.start < beskaeftigelse.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS beskaeftigelse
            WHERE
              "@begins" < "@ends" AND "@begins" < $1
            GROUP BY
              1,
              2
          ) AS side
          UNION ALL
          SELECT
            beskaeftigelser__enhed,
            "@event",
            -"beskaeftigelse__beskaeftigede@number" AS "beskaeftigelse__beskaeftigede@number"
          FROM (
            SELECT
              ".beskaeftigelser__enhed" AS beskaeftigelser__enhed,
              beskaeftigelse."@ends" AS "@event",
              COUNT(*) FILTER(WHERE
                beskaeftigelse."@counted") AS "beskaeftigelse__beskaeftigede@number"
            FROM (
              SELECT
                ".beskaeftigelser__enhed",
                GREATEST(
                  ".first",
                  COALESCE(
                    MAX("@ends") OVER (
                      PARTITION BY ".beskaeftigelser__enhed", ".person", "@counted"
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
                  beskaeftigelse.enhed AS ".beskaeftigelser__enhed",
                  beskaeftigelse.borger_id AS ".person",
                  (
                    NOT beskaeftigelse.borger_id IS NULL
                    AND (
                      (
                        beskaeftigelse.status IN ('beskæftigelse', 'fleksjob')
                      )
                    )
                  ) AS "@counted",
                  beskaeftigelse.start AS ".first",
                  COALESCE(beskaeftigelse.slut, CAST('infinity' AS DATE)) AS "@ends"
                FROM demo.main.beskaeftigelse AS beskaeftigelse
                WHERE
                  beskaeftigelse.start < $1
                  AND (
                    (
                      beskaeftigelse.start > CAST('-infinity' AS DATE)
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.start < beskaeftigelse.slut
                      ) IS FALSE
                    )
                  )
                  AND (
                    (
                      NOT (
                        beskaeftigelse.slut >= CAST('2025-01-01' AS DATE)
                      ) IS FALSE
                    )
                  )
              ) AS spells
            ) AS beskaeftigelse
            WHERE
              "@begins" < "@ends" AND "@ends" < $1
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
        (CAST('2025-01-01' AS DATE), CAST('2026-01-01' AS DATE))) AS "beskaeftigelse.@periods"(begins, high)
      GROUP BY
        1
    ) AS beskaeftigelse__beskaeftigede
    UNION ALL
    SELECT
      beskaeftigelser__enhed,
      NULL AS beskaeftigelse__borgere,
      NULL AS beskaeftigelse__beskaeftigede,
      beskaeftigelse__afsluttet_uddannelse,
      NULL AS beskaeftigelse__erhvervspraktik,
      NULL AS beskaeftigelse__nye_i_beskaeftigelse
    FROM (
      SELECT
        cells.beskaeftigelser__enhed,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" = "beskaeftigelse.@periods".begins
              THEN cells."beskaeftigelse__afsluttet_uddannelse@number"
              WHEN NOT (
                cells."beskaeftigelse__afsluttet_uddannelse@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS beskaeftigelse__afsluttet_uddannelse
      FROM (
        SELECT
          events.beskaeftigelser__enhed,
          "beskaeftigelse.@periods".begins AS "@event",
          COUNT(DISTINCT events."@person") AS "beskaeftigelse__afsluttet_uddannelse@number"
        FROM (
          SELECT
            beskaeftigelser__enhed,
            "@event",
            "@person",
            "beskaeftigelse__afsluttet_uddannelse@number"
          FROM (
            SELECT
              beskaeftigelse.enhed AS beskaeftigelser__enhed,
              beskaeftigelse.slut AS "@event",
              beskaeftigelse.borger_id AS "@person",
              COUNT(*) FILTER(WHERE
                beskaeftigelse.gennemfoert) AS "beskaeftigelse__afsluttet_uddannelse@number"
            FROM demo.main.beskaeftigelse AS beskaeftigelse
            WHERE
              (
                beskaeftigelse.start < $1 AND (
                  beskaeftigelse.slut < $1
                )
              )
              AND (
                (
                  beskaeftigelse.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    beskaeftigelse.start < beskaeftigelse.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    beskaeftigelse.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2,
              3
          ) AS side
        ) AS events
        INNER JOIN (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2026-01-01' AS DATE),
            CAST('2025-01-01' AS DATE)
          )) AS "beskaeftigelse.@periods"(begins, high, low)
          ON events."@event" >= "beskaeftigelse.@periods".low
          AND events."@event" < "beskaeftigelse.@periods".high
          AND events."beskaeftigelse__afsluttet_uddannelse@number" > 0
        GROUP BY
          1,
          2
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2026-01-01' AS DATE),
          CAST('2025-01-01' AS DATE)
        )) AS "beskaeftigelse.@periods"(begins, high, low)
      GROUP BY
        1
    ) AS beskaeftigelse__afsluttet_uddannelse
    UNION ALL
    SELECT
      beskaeftigelser__enhed,
      NULL AS beskaeftigelse__borgere,
      NULL AS beskaeftigelse__beskaeftigede,
      NULL AS beskaeftigelse__afsluttet_uddannelse,
      beskaeftigelse__erhvervspraktik,
      NULL AS beskaeftigelse__nye_i_beskaeftigelse
    FROM (
      SELECT
        cells.beskaeftigelser__enhed,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" = "beskaeftigelse.@periods".begins
              THEN cells."beskaeftigelse__erhvervspraktik@number"
              WHEN NOT (
                cells."beskaeftigelse__erhvervspraktik@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS beskaeftigelse__erhvervspraktik
      FROM (
        SELECT
          events.beskaeftigelser__enhed,
          "beskaeftigelse.@periods".begins AS "@event",
          COUNT(DISTINCT events."@person") AS "beskaeftigelse__erhvervspraktik@number"
        FROM (
          SELECT
            beskaeftigelser__enhed,
            "@event",
            "@person",
            "beskaeftigelse__erhvervspraktik@number"
          FROM (
            SELECT
              beskaeftigelse.enhed AS beskaeftigelser__enhed,
              beskaeftigelse.start AS "@event",
              beskaeftigelse.borger_id AS "@person",
              COUNT(*) FILTER(WHERE
                beskaeftigelse.ny AND beskaeftigelse.status = 'erhvervspraktik') AS "beskaeftigelse__erhvervspraktik@number"
            FROM demo.main.beskaeftigelse AS beskaeftigelse
            WHERE
              beskaeftigelse.start < $1
              AND (
                (
                  beskaeftigelse.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    beskaeftigelse.start < beskaeftigelse.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    beskaeftigelse.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2,
              3
          ) AS side
        ) AS events
        INNER JOIN (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2026-01-01' AS DATE),
            CAST('2025-01-01' AS DATE)
          )) AS "beskaeftigelse.@periods"(begins, high, low)
          ON events."@event" >= "beskaeftigelse.@periods".low
          AND events."@event" < "beskaeftigelse.@periods".high
          AND events."beskaeftigelse__erhvervspraktik@number" > 0
        GROUP BY
          1,
          2
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2026-01-01' AS DATE),
          CAST('2025-01-01' AS DATE)
        )) AS "beskaeftigelse.@periods"(begins, high, low)
      GROUP BY
        1
    ) AS beskaeftigelse__erhvervspraktik
    UNION ALL
    SELECT
      beskaeftigelser__enhed,
      NULL AS beskaeftigelse__borgere,
      NULL AS beskaeftigelse__beskaeftigede,
      NULL AS beskaeftigelse__afsluttet_uddannelse,
      NULL AS beskaeftigelse__erhvervspraktik,
      beskaeftigelse__nye_i_beskaeftigelse
    FROM (
      SELECT
        cells.beskaeftigelser__enhed,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" = "beskaeftigelse.@periods".begins
              THEN cells."beskaeftigelse__nye_i_beskaeftigelse@number"
              WHEN NOT (
                cells."beskaeftigelse__nye_i_beskaeftigelse@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS beskaeftigelse__nye_i_beskaeftigelse
      FROM (
        SELECT
          events.beskaeftigelser__enhed,
          "beskaeftigelse.@periods".begins AS "@event",
          COUNT(DISTINCT events."@person") AS "beskaeftigelse__nye_i_beskaeftigelse@number"
        FROM (
          SELECT
            beskaeftigelser__enhed,
            "@event",
            "@person",
            "beskaeftigelse__nye_i_beskaeftigelse@number"
          FROM (
            SELECT
              beskaeftigelse.enhed AS beskaeftigelser__enhed,
              beskaeftigelse.start AS "@event",
              beskaeftigelse.borger_id AS "@person",
              COUNT(*) FILTER(WHERE
                beskaeftigelse.ny AND beskaeftigelse.status IN ('beskæftigelse', 'fleksjob')) AS "beskaeftigelse__nye_i_beskaeftigelse@number"
            FROM demo.main.beskaeftigelse AS beskaeftigelse
            WHERE
              beskaeftigelse.start < $1
              AND (
                (
                  beskaeftigelse.start > CAST('-infinity' AS DATE)
                )
              )
              AND (
                (
                  NOT (
                    beskaeftigelse.start < beskaeftigelse.slut
                  ) IS FALSE
                )
              )
              AND (
                (
                  NOT (
                    beskaeftigelse.slut >= CAST('2025-01-01' AS DATE)
                  ) IS FALSE
                )
              )
            GROUP BY
              1,
              2,
              3
          ) AS side
        ) AS events
        INNER JOIN (VALUES
          (
            CAST('2025-01-01' AS DATE),
            CAST('2026-01-01' AS DATE),
            CAST('2025-01-01' AS DATE)
          )) AS "beskaeftigelse.@periods"(begins, high, low)
          ON events."@event" >= "beskaeftigelse.@periods".low
          AND events."@event" < "beskaeftigelse.@periods".high
          AND events."beskaeftigelse__nye_i_beskaeftigelse@number" > 0
        GROUP BY
          1,
          2
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2025-01-01' AS DATE),
          CAST('2026-01-01' AS DATE),
          CAST('2025-01-01' AS DATE)
        )) AS "beskaeftigelse.@periods"(begins, high, low)
      GROUP BY
        1
    ) AS beskaeftigelse__nye_i_beskaeftigelse
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  beskaeftigelser__enhed ASC
LIMIT 10001
