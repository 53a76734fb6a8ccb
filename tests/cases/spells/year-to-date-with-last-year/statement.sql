SELECT
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__nye__in__ophold__nye_aar_til_dato AS BIGINT) AS "ophold.nye_aar_til_dato",
  CAST(ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato AS BIGINT) AS "ophold.nye_aar_til_dato_sidste_aar"
FROM (
  SELECT
    facts.ophold__periode__month,
    CASE
      WHEN facts.ophold__periode__month <= CAST('2024-06-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.ophold__nye__in__ophold__nye_aar_til_dato), 0)
    END AS ophold__nye__in__ophold__nye_aar_til_dato,
    COALESCE(
      MAX(
        facts.ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato
      ),
      0
    ) AS ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato
  FROM (
    SELECT
      ophold__periode__month,
      ophold__nye__in__ophold__nye_aar_til_dato,
      NULL AS ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__month,
        CASE
          WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
          THEN CAST(COALESCE(
            SUM(
              CASE
                WHEN cells."@event" >= "ophold.@periods".low
                AND cells."@event" < "ophold.@periods".high
                THEN cells."ophold__nye__in__ophold__nye_aar_til_dato@number"
                WHEN NOT (
                  cells."ophold__nye__in__ophold__nye_aar_til_dato@number"
                ) IS NULL
                THEN 0
              END
            ),
            0
          ) AS BIGINT)
        END AS ophold__nye__in__ophold__nye_aar_til_dato
      FROM (VALUES
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          TRUE
        ),
        (
          CAST('2024-02-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          TRUE
        ),
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-04-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          TRUE
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2024-05-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          TRUE
        ),
        (
          CAST('2024-05-01' AS DATE),
          CAST('2024-06-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          TRUE
        ),
        (
          CAST('2024-06-01' AS DATE),
          CAST('2024-07-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          TRUE
        ),
        (
          CAST('2024-07-01' AS DATE),
          CAST('2024-08-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          FALSE
        )) AS "ophold.@periods"(begins, high, low, known)
      LEFT JOIN (
        SELECT
          CAST(DATE_TRUNC('MONTH', events."@event") AS DATE) AS "@event",
          SUM(events."ophold__nye__in__ophold__nye_aar_til_dato@number") AS "ophold__nye__in__ophold__nye_aar_til_dato@number"
        FROM (
          SELECT
            "@event",
            "ophold__nye__in__ophold__nye_aar_til_dato@number"
          FROM (
            SELECT
              ophold.start AS "@event",
              COUNT(*) AS "ophold__nye__in__ophold__nye_aar_til_dato@number"
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
        ) AS events
        GROUP BY
          1
      ) AS cells
        ON TRUE
      GROUP BY
        1
    ) AS ophold__nye__in__ophold__nye_aar_til_dato
    UNION ALL
    SELECT
      ophold__periode__month,
      NULL AS ophold__nye__in__ophold__nye_aar_til_dato,
      ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__month,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" >= "ophold.@periods".low
              AND cells."@event" < "ophold.@periods".high
              THEN cells."ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato@number"
              WHEN NOT (
                cells."ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato
      FROM (VALUES
        (
          CAST('2024-01-01' AS DATE),
          CAST('2023-02-01' AS DATE),
          CAST('2023-01-01' AS DATE)
        ),
        (
          CAST('2024-02-01' AS DATE),
          CAST('2023-03-01' AS DATE),
          CAST('2023-01-01' AS DATE)
        ),
        (
          CAST('2024-03-01' AS DATE),
          CAST('2023-04-01' AS DATE),
          CAST('2023-01-01' AS DATE)
        ),
        (
          CAST('2024-04-01' AS DATE),
          CAST('2023-05-01' AS DATE),
          CAST('2023-01-01' AS DATE)
        ),
        (
          CAST('2024-05-01' AS DATE),
          CAST('2023-06-01' AS DATE),
          CAST('2023-01-01' AS DATE)
        ),
        (
          CAST('2024-06-01' AS DATE),
          CAST('2023-06-16' AS DATE),
          CAST('2023-01-01' AS DATE)
        ),
        (
          CAST('2024-07-01' AS DATE),
          CAST('2023-08-01' AS DATE),
          CAST('2023-01-01' AS DATE)
        )) AS "ophold.@periods"(begins, high, low)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato@number"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato@number"
          FROM demo.main.ophold AS ophold
          WHERE
            ophold.start < $2
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
      GROUP BY
        1
    ) AS ophold__nye__in__ophold__nye_aar_til_dato_sidste_aar__in__ophold__nye_aar_til_dato
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__month ASC
LIMIT 10001
