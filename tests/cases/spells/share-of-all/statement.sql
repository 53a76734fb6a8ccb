SELECT
  ophold__kode AS "ophold.kode",
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__aktive__in__ophold__aktive_i_alt AS BIGINT) AS "ophold.aktive_i_alt"
FROM (
  SELECT
    facts.ophold__kode,
    facts.ophold__periode__month,
    COALESCE(facts.ophold__aktive, 0) AS ophold__aktive,
    COALESCE(
      ophold__aktive__in__ophold__aktive_i_alt.ophold__aktive__in__ophold__aktive_i_alt,
      0
    ) AS ophold__aktive__in__ophold__aktive_i_alt
  FROM (
    SELECT
      cells.ophold__kode,
      "ophold.@periods".begins AS ophold__periode__month,
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
      ) AS BIGINT) AS ophold__aktive
    FROM (
      SELECT
        ophold__kode,
        "@event",
        "ophold__aktive@number"
      FROM (
        SELECT
          ophold.tilbud AS ophold__kode,
          CAST(DATE_TRUNC('MONTH', ophold.start) AS DATE) AS "@event",
          COUNT(*) AS "ophold__aktive@number"
        FROM demo.main.ophold AS ophold
        WHERE
          (
            ophold.start < $1
            AND (
              (
                ophold.slut IS NULL OR (
                  ophold.slut >= $2
                )
              )
            )
          )
          AND (
            (
              ISFINITE(ophold.start)
              AND (
                ophold.slut IS NULL OR ophold.start < ophold.slut
              )
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
        -"ophold__aktive@number" AS "ophold__aktive@number"
      FROM (
        SELECT
          ophold.tilbud AS ophold__kode,
          CAST(DATE_TRUNC('MONTH', ophold.slut) AS DATE) AS "@event",
          COUNT(*) AS "ophold__aktive@number"
        FROM demo.main.ophold AS ophold
        WHERE
          (
            ophold.start < $1 AND (
              ophold.slut >= $2
            ) AND (
              ophold.slut < $1
            )
          )
          AND (
            (
              ISFINITE(ophold.start)
              AND (
                ophold.slut IS NULL OR ophold.start < ophold.slut
              )
            )
          )
        GROUP BY
          1,
          2
      ) AS side
    ) AS cells
    CROSS JOIN (VALUES
      (
        CAST('2024-02-01' AS DATE),
        CAST('2024-02-01' AS DATE),
        CAST('2024-03-01' AS DATE),
        TRUE
      ),
      (
        CAST('2024-03-01' AS DATE),
        CAST('2024-03-01' AS DATE),
        CAST('2024-04-01' AS DATE),
        TRUE
      )) AS "ophold.@periods"(begins, low, high, known)
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      "ophold.@periods".begins AS ophold__periode__month,
      CAST(COALESCE(
        SUM(
          CASE
            WHEN cells."@event" < "ophold.@periods".high
            THEN cells."ophold__aktive__in__ophold__aktive_i_alt@number"
            WHEN NOT (
              cells."ophold__aktive__in__ophold__aktive_i_alt@number"
            ) IS NULL
            THEN 0
          END
        ),
        0
      ) AS BIGINT) AS ophold__aktive__in__ophold__aktive_i_alt
    FROM (VALUES
      (
        CAST('2024-02-01' AS DATE),
        CAST('2024-02-01' AS DATE),
        CAST('2024-03-01' AS DATE),
        TRUE
      ),
      (
        CAST('2024-03-01' AS DATE),
        CAST('2024-03-01' AS DATE),
        CAST('2024-04-01' AS DATE),
        TRUE
      )) AS "ophold.@periods"(begins, low, high, known)
    LEFT JOIN (
      SELECT
        "@event",
        "ophold__aktive__in__ophold__aktive_i_alt@number"
      FROM (
        SELECT
          CAST(DATE_TRUNC('MONTH', ophold.start) AS DATE) AS "@event",
          COUNT(*) AS "ophold__aktive__in__ophold__aktive_i_alt@number"
        FROM demo.main.ophold AS ophold
        WHERE
          (
            ophold.start < $1
            AND (
              (
                ophold.slut IS NULL OR (
                  ophold.slut >= $2
                )
              )
            )
          )
          AND (
            (
              ISFINITE(ophold.start)
              AND (
                ophold.slut IS NULL OR ophold.start < ophold.slut
              )
            )
          )
        GROUP BY
          1
      ) AS side
      UNION ALL
      SELECT
        "@event",
        -"ophold__aktive__in__ophold__aktive_i_alt@number" AS "ophold__aktive__in__ophold__aktive_i_alt@number"
      FROM (
        SELECT
          CAST(DATE_TRUNC('MONTH', ophold.slut) AS DATE) AS "@event",
          COUNT(*) AS "ophold__aktive__in__ophold__aktive_i_alt@number"
        FROM demo.main.ophold AS ophold
        WHERE
          (
            ophold.start < $1 AND (
              ophold.slut >= $2
            ) AND (
              ophold.slut < $1
            )
          )
          AND (
            (
              ISFINITE(ophold.start)
              AND (
                ophold.slut IS NULL OR ophold.start < ophold.slut
              )
            )
          )
        GROUP BY
          1
      ) AS side
    ) AS cells
      ON TRUE
    GROUP BY
      1
  ) AS ophold__aktive__in__ophold__aktive_i_alt
    ON facts.ophold__periode__month IS NOT DISTINCT FROM ophold__aktive__in__ophold__aktive_i_alt.ophold__periode__month
) AS core
ORDER BY
  ophold__periode__month ASC,
  ophold__kode ASC
LIMIT 10001
