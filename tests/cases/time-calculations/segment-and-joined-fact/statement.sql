SELECT
  indsats__center AS "indsats.center",
  indsats__dag__quarter AS "indsats.dag.quarter",
  CAST(indsats__timer__in__indsats__timer__aatd AS BIGINT) AS "indsats.timer__aatd",
  CAST(indsats__timer__in__indsats__timer__sidste_aar AS BIGINT) AS "indsats.timer__sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.indsats__center,
      facts.indsats__dag__quarter,
      MAX(facts.indsats__timer__in__indsats__timer__aatd) AS indsats__timer__in__indsats__timer__aatd,
      MAX(facts.indsats__timer__in__indsats__timer__sidste_aar) AS indsats__timer__in__indsats__timer__sidste_aar
    FROM (
      SELECT
        indsats__center,
        indsats__dag__quarter,
        indsats__timer__in__indsats__timer__aatd,
        NULL AS indsats__timer__in__indsats__timer__sidste_aar
      FROM (
        SELECT
          ".days".indsats__center AS indsats__center,
          "indsats.@periods".begins AS indsats__dag__quarter,
          SUM(".days".indsats__timer__in__indsats__timer__aatd) AS indsats__timer__in__indsats__timer__aatd
        FROM (
          SELECT
            "indsats.sag".center AS indsats__center,
            indsats.dag AS ".day",
            SUM(indsats.timer) AS indsats__timer__in__indsats__timer__aatd
          FROM demo.main.indsats AS indsats
          LEFT JOIN demo.main.sag AS "indsats.sag"
            ON indsats.sag = "indsats.sag".id
          WHERE
            (
              indsats.art = $1 AND (
                indsats.dag >= $2
              ) AND (
                indsats.dag < $3
              )
            )
          GROUP BY
            1,
            2
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "indsats.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "indsats.@periods".low
          AND ".days".".day" < "indsats.@periods".high
        GROUP BY
          1,
          2
      ) AS indsats__timer__in__indsats__timer__aatd
      UNION ALL
      SELECT
        indsats__center,
        indsats__dag__quarter,
        NULL AS indsats__timer__in__indsats__timer__aatd,
        indsats__timer__in__indsats__timer__sidste_aar
      FROM (
        SELECT
          ".days".indsats__center AS indsats__center,
          "indsats.@periods".begins AS indsats__dag__quarter,
          SUM(".days".indsats__timer__in__indsats__timer__sidste_aar) AS indsats__timer__in__indsats__timer__sidste_aar
        FROM (
          SELECT
            "indsats.sag".center AS indsats__center,
            indsats.dag AS ".day",
            SUM(indsats.timer) AS indsats__timer__in__indsats__timer__sidste_aar
          FROM demo.main.indsats AS indsats
          LEFT JOIN demo.main.sag AS "indsats.sag"
            ON indsats.sag = "indsats.sag".id
          WHERE
            (
              indsats.art = $1 AND (
                indsats.dag >= $4
              ) AND (
                indsats.dag < $5
              )
            )
          GROUP BY
            1,
            2
        ) AS ".days"
        INNER JOIN (VALUES
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "indsats.@periods"(begins, low, high)
          ON NOT ".days".".day" IS NULL
          AND ".days".".day" >= "indsats.@periods".low
          AND ".days".".day" < "indsats.@periods".high
        GROUP BY
          1,
          2
      ) AS indsats__timer__in__indsats__timer__sidste_aar
    ) AS facts
    GROUP BY
      1,
      2
  )
  SELECT
    facts.indsats__center,
    facts.indsats__dag__quarter,
    MAX(facts.indsats__timer__in__indsats__timer__aatd) AS indsats__timer__in__indsats__timer__aatd,
    MAX(facts.indsats__timer__in__indsats__timer__sidste_aar) AS indsats__timer__in__indsats__timer__sidste_aar
  FROM (
    SELECT
      indsats__center,
      indsats__dag__quarter,
      indsats__timer__in__indsats__timer__aatd,
      indsats__timer__in__indsats__timer__sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      others.indsats__center,
      indsats__dag__quarter.indsats__dag__quarter,
      NULL AS indsats__timer__in__indsats__timer__aatd,
      NULL AS indsats__timer__in__indsats__timer__sidste_aar
    FROM (
      SELECT DISTINCT
        indsats__center
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT
        CAST(periods.period AS DATE) AS indsats__dag__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($6 AS TIMESTAMP) AS first,
            CAST($6 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS indsats__dag__quarter
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  indsats__center ASC,
  indsats__dag__quarter ASC
LIMIT 10001
