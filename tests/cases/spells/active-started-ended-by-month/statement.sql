SELECT
  ophold__periode__month AS "ophold.periode.month",
  CAST(ophold__aktive AS BIGINT) AS "ophold.aktive",
  CAST(ophold__nye AS BIGINT) AS "ophold.nye",
  CAST(ophold__afsluttede AS BIGINT) AS "ophold.afsluttede"
FROM (
  SELECT
    "ophold.@periods".begins AS ophold__periode__month,
    CASE
      WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
      THEN CAST(COALESCE(
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
      ) AS BIGINT)
    END AS ophold__aktive,
    CASE
      WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
      THEN CAST(COALESCE(
        SUM(
          CASE
            WHEN cells."@event" >= "ophold.@periods".low
            AND cells."@event" < "ophold.@periods".high
            THEN cells."ophold__nye@number"
            WHEN NOT (
              cells."ophold__nye@number"
            ) IS NULL
            THEN 0
          END
        ),
        0
      ) AS BIGINT)
    END AS ophold__nye,
    CASE
      WHEN BOOL_OR(CAST("ophold.@periods".known AS BOOLEAN))
      THEN CAST(COALESCE(
        SUM(
          CASE
            WHEN cells."@event" >= "ophold.@periods".low
            AND cells."@event" < "ophold.@periods".high
            THEN cells."ophold__afsluttede@number"
            WHEN NOT (
              cells."ophold__afsluttede@number"
            ) IS NULL
            THEN 0
          END
        ),
        0
      ) AS BIGINT)
    END AS ophold__afsluttede
  FROM (VALUES
    (
      CAST('2023-11-01' AS DATE),
      CAST('2023-12-01' AS DATE),
      CAST('2023-11-10' AS DATE),
      TRUE
    ),
    (
      CAST('2023-12-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2023-12-01' AS DATE),
      TRUE
    ),
    (
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      TRUE
    ),
    (
      CAST('2024-02-01' AS DATE),
      CAST('2024-03-01' AS DATE),
      CAST('2024-02-01' AS DATE),
      TRUE
    ),
    (
      CAST('2024-03-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-03-01' AS DATE),
      TRUE
    ),
    (
      CAST('2024-04-01' AS DATE),
      CAST('2024-05-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      TRUE
    ),
    (
      CAST('2024-05-01' AS DATE),
      CAST('2024-06-01' AS DATE),
      CAST('2024-05-01' AS DATE),
      TRUE
    ),
    (
      CAST('2024-06-01' AS DATE),
      CAST('2024-07-01' AS DATE),
      CAST('2024-06-01' AS DATE),
      TRUE
    ),
    (
      CAST('2024-07-01' AS DATE),
      CAST('2024-08-01' AS DATE),
      CAST('2024-07-01' AS DATE),
      FALSE
    ),
    (
      CAST('2024-08-01' AS DATE),
      CAST('2024-09-01' AS DATE),
      CAST('2024-08-01' AS DATE),
      FALSE
    ),
    (
      CAST('2024-09-01' AS DATE),
      CAST('2024-10-01' AS DATE),
      CAST('2024-09-01' AS DATE),
      FALSE
    ),
    (
      CAST('2024-10-01' AS DATE),
      CAST('2024-11-01' AS DATE),
      CAST('2024-10-01' AS DATE),
      FALSE
    ),
    (
      CAST('2024-11-01' AS DATE),
      CAST('2024-12-01' AS DATE),
      CAST('2024-11-01' AS DATE),
      FALSE
    ),
    (
      CAST('2024-12-01' AS DATE),
      CAST('2025-01-01' AS DATE),
      CAST('2024-12-01' AS DATE),
      FALSE
    )) AS "ophold.@periods"(begins, high, low, known)
  LEFT JOIN (
    SELECT
      "@event",
      "ophold__aktive@number",
      "ophold__nye@number",
      NULL AS "ophold__afsluttede@number"
    FROM (
      SELECT
        ophold.start AS "@event",
        COUNT(*) AS "ophold__aktive@number",
        COUNT(*) AS "ophold__nye@number"
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
      "ophold__afsluttede@number"
    FROM (
      SELECT
        ophold.slut AS "@event",
        COUNT(*) AS "ophold__aktive@number",
        COUNT(*) AS "ophold__afsluttede@number"
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
) AS core
ORDER BY
  ophold__periode__month ASC
LIMIT 10001
