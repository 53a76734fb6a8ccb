SELECT
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__nye__in__ophold__nye_aar_til_dato AS BIGINT) AS "ophold.nye_aar_til_dato",
  CAST(ophold__doegn__in__ophold__doegn_tre_maaneder AS BIGINT) AS "ophold.doegn_tre_maaneder"
FROM (
  SELECT
    facts.ophold__periode__month,
    COALESCE(MAX(facts.ophold__nye__in__ophold__nye_aar_til_dato), 0) AS ophold__nye__in__ophold__nye_aar_til_dato,
    MAX(facts.ophold__doegn__in__ophold__doegn_tre_maaneder) AS ophold__doegn__in__ophold__doegn_tre_maaneder
  FROM (
    SELECT
      ophold__periode__month,
      ophold__nye__in__ophold__nye_aar_til_dato,
      NULL AS ophold__doegn__in__ophold__doegn_tre_maaneder
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__month,
        CAST(COALESCE(
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
        ) AS BIGINT) AS ophold__nye__in__ophold__nye_aar_til_dato
      FROM (VALUES
        (
          CAST('2023-12-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST('2023-01-01' AS DATE)
        ),
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST('2024-01-01' AS DATE)
        ),
        (
          CAST('2024-02-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST('2024-01-01' AS DATE)
        ),
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-03-16' AS DATE),
          CAST('2024-01-01' AS DATE)
        )) AS "ophold.@periods"(begins, high, low)
      LEFT JOIN (
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
      ) AS cells
        ON TRUE
      GROUP BY
        1
    ) AS ophold__nye__in__ophold__nye_aar_til_dato
    UNION ALL
    SELECT
      ophold__periode__month,
      NULL AS ophold__nye__in__ophold__nye_aar_til_dato,
      ophold__doegn__in__ophold__doegn_tre_maaneder
    FROM (
      SELECT
        "ophold.@periods".begins AS ophold__periode__month,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_tre_maaneder@number" - cells."ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn_tre_maaneder@number" - cells."ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_tre_maaneder@number" - cells."ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn_tre_maaneder@number" - cells."ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn__in__ophold__doegn_tre_maaneder
      FROM (VALUES
        (
          CAST('2023-12-01' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST('2023-10-01' AS DATE),
          CAST(19631 AS BIGINT),
          CAST(19723 AS BIGINT)
        ),
        (
          CAST('2024-01-01' AS DATE),
          CAST('2024-02-01' AS DATE),
          CAST('2023-11-01' AS DATE),
          CAST(19662 AS BIGINT),
          CAST(19754 AS BIGINT)
        ),
        (
          CAST('2024-02-01' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST('2023-12-01' AS DATE),
          CAST(19692 AS BIGINT),
          CAST(19783 AS BIGINT)
        ),
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-03-16' AS DATE),
          CAST('2023-12-16' AS DATE),
          CAST(19707 AS BIGINT),
          CAST(19798 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      LEFT JOIN (
        SELECT
          "@event",
          "ophold__doegn__in__ophold__doegn_tre_maaneder@number",
          "ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
        FROM (
          SELECT
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn_tre_maaneder@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
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
          -"ophold__doegn__in__ophold__doegn_tre_maaneder@number" AS "ophold__doegn__in__ophold__doegn_tre_maaneder@number",
          -"ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned" AS "ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
        FROM (
          SELECT
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn_tre_maaneder@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn_tre_maaneder@reckoned"
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
      GROUP BY
        1
    ) AS ophold__doegn__in__ophold__doegn_tre_maaneder
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  ophold__periode__month ASC
LIMIT 10001
