WITH ".top" AS MATERIALIZED (
  SELECT
    ophold__kode,
    TRUE AS met
  FROM (
    SELECT
      cells.ophold__kode,
      CAST(SUM(
        CASE
          WHEN cells."@event" < "ophold.@periods".high
          THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
          WHEN NOT (
            "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
          ) IS NULL
          THEN 0
        END
      ) - SUM(
        CASE
          WHEN cells."@event" < "ophold.@periods".low
          THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
          WHEN NOT (
            "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
          ) IS NULL
          THEN 0
        END
      ) AS INT128) AS ophold__doegn__in__ophold__doegn__aatd
    FROM (
      SELECT
        ophold__kode,
        "@event",
        "ophold__doegn__in__ophold__doegn__aatd@number",
        "ophold__doegn__in__ophold__doegn__aatd@reckoned"
      FROM (
        SELECT
          ophold.tilbud AS ophold__kode,
          ophold.start AS "@event",
          COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
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
          AND (
            (
              NOT (
                ophold.slut >= CAST('2024-01-01' AS DATE)
              ) IS FALSE
            )
          )
        GROUP BY
          1,
          2
      ) AS side
      UNION ALL
      SELECT
        ophold__kode,
        "@event",
        -"ophold__doegn__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn__aatd@number",
        -"ophold__doegn__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
      FROM (
        SELECT
          ophold.tilbud AS ophold__kode,
          ophold.slut AS "@event",
          COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
          SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
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
          AND (
            (
              NOT (
                ophold.slut >= CAST('2024-01-01' AS DATE)
              ) IS FALSE
            )
          )
        GROUP BY
          1,
          2
      ) AS side
    ) AS cells
    CROSS JOIN (VALUES
      (
        CAST('2024-03-01' AS DATE),
        CAST('2024-06-16' AS DATE),
        CAST('2024-01-01' AS DATE),
        CAST(19723 AS BIGINT),
        CAST(19890 AS BIGINT)
      )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
    GROUP BY
      1
  ) AS core
  ORDER BY
    ophold__doegn__in__ophold__doegn__aatd DESC,
    ophold__kode ASC
  LIMIT 1
)
SELECT
  ophold__kode AS "ophold.kode",
  ophold__kode__rest AS "ophold.kode__rest",
  CAST(ophold__doegn__in__ophold__doegn__aatd AS BIGINT) AS "ophold.doegn__aatd",
  CAST(ophold__aktive__in__ophold__aktive__sidste_aar AS BIGINT) AS "ophold.aktive__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(ophold__doegn__in__ophold__doegn__opgjort AS INT128) - CAST(ophold__doegn__in__ophold__doegn__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "ophold.doegn__aendring"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__kode__rest,
    MAX(facts.ophold__doegn__in__ophold__doegn__aatd) AS ophold__doegn__in__ophold__doegn__aatd,
    COALESCE(MAX(facts.ophold__aktive__in__ophold__aktive__sidste_aar), 0) AS ophold__aktive__in__ophold__aktive__sidste_aar,
    MAX(facts.ophold__doegn__in__ophold__doegn__opgjort) AS ophold__doegn__in__ophold__doegn__opgjort,
    MAX(facts.ophold__doegn__in__ophold__doegn__sidste_aar) AS ophold__doegn__in__ophold__doegn__sidste_aar
  FROM (
    SELECT
      ophold__kode,
      ophold__kode__rest,
      ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
      NULL AS ophold__doegn__in__ophold__doegn__opgjort,
      NULL AS ophold__doegn__in__ophold__doegn__sidste_aar
    FROM (
      SELECT
        cells.ophold__kode,
        cells.ophold__kode__rest,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__aatd@number" - cells."ophold__doegn__in__ophold__doegn__aatd@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn__in__ophold__doegn__aatd
      FROM (
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          "ophold__doegn__in__ophold__doegn__aatd@number",
          "ophold__doegn__in__ophold__doegn__aatd@reckoned"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2024-01-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
        UNION ALL
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          -"ophold__doegn__in__ophold__doegn__aatd@number" AS "ophold__doegn__in__ophold__doegn__aatd@number",
          -"ophold__doegn__in__ophold__doegn__aatd@reckoned" AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__aatd@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__aatd@reckoned"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2024-01-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-06-16' AS DATE),
          CAST('2024-01-01' AS DATE),
          CAST(19723 AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1,
        2
    ) AS ophold__doegn__in__ophold__doegn__aatd
    UNION ALL
    SELECT
      ophold__kode,
      ophold__kode__rest,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      ophold__aktive__in__ophold__aktive__sidste_aar,
      NULL AS ophold__doegn__in__ophold__doegn__opgjort,
      NULL AS ophold__doegn__in__ophold__doegn__sidste_aar
    FROM (
      SELECT
        cells.ophold__kode,
        cells.ophold__kode__rest,
        CAST(COALESCE(
          SUM(
            CASE
              WHEN cells."@event" < "ophold.@periods".high
              THEN cells."ophold__aktive__in__ophold__aktive__sidste_aar@number"
              WHEN NOT (
                cells."ophold__aktive__in__ophold__aktive__sidste_aar@number"
              ) IS NULL
              THEN 0
            END
          ),
          0
        ) AS BIGINT) AS ophold__aktive__in__ophold__aktive__sidste_aar
      FROM (
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          "ophold__aktive__in__ophold__aktive__sidste_aar@number"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.start AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2023-03-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
        UNION ALL
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          -"ophold__aktive__in__ophold__aktive__sidste_aar@number" AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__aktive__in__ophold__aktive__sidste_aar@number"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
          WHERE
            (
              ophold.start < $2 AND (
                ophold.slut < $2
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2023-03-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
      ) AS cells
      CROSS JOIN (VALUES
        (CAST('2024-03-01' AS DATE), CAST('2023-06-16' AS DATE))) AS "ophold.@periods"(begins, high)
      GROUP BY
        1,
        2
    ) AS ophold__aktive__in__ophold__aktive__sidste_aar
    UNION ALL
    SELECT
      ophold__kode,
      ophold__kode__rest,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
      ophold__doegn__in__ophold__doegn__opgjort,
      NULL AS ophold__doegn__in__ophold__doegn__sidste_aar
    FROM (
      SELECT
        cells.ophold__kode,
        cells.ophold__kode__rest,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__opgjort@number" - cells."ophold__doegn__in__ophold__doegn__opgjort@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__opgjort@number" - cells."ophold__doegn__in__ophold__doegn__opgjort@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__opgjort@number" - cells."ophold__doegn__in__ophold__doegn__opgjort@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__opgjort@number" - cells."ophold__doegn__in__ophold__doegn__opgjort@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn__in__ophold__doegn__opgjort
      FROM (
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          "ophold__doegn__in__ophold__doegn__opgjort@number",
          "ophold__doegn__in__ophold__doegn__opgjort@reckoned"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__opgjort@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__opgjort@reckoned"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2024-03-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
        UNION ALL
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          -"ophold__doegn__in__ophold__doegn__opgjort@number" AS "ophold__doegn__in__ophold__doegn__opgjort@number",
          -"ophold__doegn__in__ophold__doegn__opgjort@reckoned" AS "ophold__doegn__in__ophold__doegn__opgjort@reckoned"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__opgjort@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__opgjort@reckoned"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2024-03-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2024-03-01' AS DATE),
          CAST('2024-06-16' AS DATE),
          CAST('2024-03-01' AS DATE),
          CAST(19783 AS BIGINT),
          CAST(19890 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1,
        2
    ) AS ophold__doegn__in__ophold__doegn__opgjort
    UNION ALL
    SELECT
      ophold__kode,
      ophold__kode__rest,
      NULL AS ophold__doegn__in__ophold__doegn__aatd,
      NULL AS ophold__aktive__in__ophold__aktive__sidste_aar,
      NULL AS ophold__doegn__in__ophold__doegn__opgjort,
      ophold__doegn__in__ophold__doegn__sidste_aar
    FROM (
      SELECT
        cells.ophold__kode,
        cells.ophold__kode__rest,
        CAST(SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
            WHEN NOT (
              "ophold.@periods".until_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) - SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".low
            THEN "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
            WHEN NOT (
              "ophold.@periods".low_days * cells."ophold__doegn__in__ophold__doegn__sidste_aar@number" - cells."ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
            ) IS NULL
            THEN 0
          END
        ) AS INT128) AS ophold__doegn__in__ophold__doegn__sidste_aar
      FROM (
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          "ophold__doegn__in__ophold__doegn__sidste_aar@number",
          "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.start AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__sidste_aar@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.start)) AS "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2023-03-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
        UNION ALL
        SELECT
          ophold__kode,
          ophold__kode__rest,
          "@event",
          -"ophold__doegn__in__ophold__doegn__sidste_aar@number" AS "ophold__doegn__in__ophold__doegn__sidste_aar@number",
          -"ophold__doegn__in__ophold__doegn__sidste_aar@reckoned" AS "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
        FROM (
          SELECT
            CASE WHEN ".top".met THEN ophold.tilbud END AS ophold__kode,
            ".top".met IS NULL AS ophold__kode__rest,
            ophold.slut AS "@event",
            COUNT(*) AS "ophold__doegn__in__ophold__doegn__sidste_aar@number",
            SUM(DATE_DIFF('DAY', CAST('1970-01-01' AS DATE), ophold.slut)) AS "ophold__doegn__in__ophold__doegn__sidste_aar@reckoned"
          FROM demo.main.ophold AS ophold
          LEFT JOIN ".top"
            ON ".top".ophold__kode IS NOT DISTINCT FROM ophold.tilbud
          WHERE
            (
              ophold.start < $2 AND (
                ophold.slut < $2
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
            AND (
              (
                NOT (
                  ophold.slut >= CAST('2023-03-01' AS DATE)
                ) IS FALSE
              )
            )
          GROUP BY
            1,
            2,
            3
        ) AS side
      ) AS cells
      CROSS JOIN (VALUES
        (
          CAST('2024-03-01' AS DATE),
          CAST('2023-06-16' AS DATE),
          CAST('2023-03-01' AS DATE),
          CAST(19417 AS BIGINT),
          CAST(19524 AS BIGINT)
        )) AS "ophold.@periods"(begins, high, low, low_days, until_days)
      GROUP BY
        1,
        2
    ) AS ophold__doegn__in__ophold__doegn__sidste_aar
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  ophold__doegn__in__ophold__doegn__aatd DESC,
  ophold__kode__rest ASC,
  ophold__kode ASC
LIMIT 10001
