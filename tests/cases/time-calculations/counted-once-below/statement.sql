SELECT
  indsats__art AS "indsats.art",
  sag__dag__quarter AS "sag.dag.quarter",
  CAST(sag__antal__in__sag__antal__aatd AS BIGINT) AS "sag.antal__aatd",
  CAST(sag__antal__in__sag__antal__aatd_sidste_aar AS BIGINT) AS "sag.antal__aatd_sidste_aar"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.indsats__art,
      facts.sag__dag__quarter,
      CASE
        WHEN facts.sag__dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
      END AS sag__antal__in__sag__antal__aatd,
      CASE
        WHEN facts.sag__dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
        THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
      END AS sag__antal__in__sag__antal__aatd_sidste_aar
    FROM (
      SELECT
        indsats__art,
        sag__dag__quarter,
        sag__antal__in__sag__antal__aatd,
        NULL AS sag__antal__in__sag__antal__aatd_sidste_aar
      FROM (
        SELECT
          once.indsats__art,
          once.sag__dag__quarter,
          COUNT(*) AS sag__antal__in__sag__antal__aatd
        FROM demo.main.sag AS sag
        INNER JOIN (
          SELECT DISTINCT
            "sag.<indsats.sag".art AS indsats__art,
            "sag.@periods".begins AS sag__dag__quarter,
            sag.id AS sag__key_0
          FROM demo.main.sag AS sag
          LEFT JOIN demo.main.indsats AS "sag.<indsats.sag"
            ON "sag.<indsats.sag".sag = sag.id
          INNER JOIN (VALUES
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2025-01-01 00:00:00' AS TIMESTAMP),
              CAST('2025-03-21 00:00:00' AS TIMESTAMP)
            )) AS "sag.@periods"(begins, low, high)
            ON NOT sag.dag IS NULL
            AND sag.dag >= "sag.@periods".low
            AND sag.dag < "sag.@periods".high
          WHERE
            (
              sag.dag >= $1 AND (
                sag.dag < $2
              )
            )
        ) AS once
          ON once.sag__key_0 = sag.id
        GROUP BY
          1,
          2
      ) AS sag__antal__in__sag__antal__aatd
      UNION ALL
      SELECT
        indsats__art,
        sag__dag__quarter,
        NULL AS sag__antal__in__sag__antal__aatd,
        sag__antal__in__sag__antal__aatd_sidste_aar
      FROM (
        SELECT
          once.indsats__art,
          once.sag__dag__quarter,
          COUNT(*) AS sag__antal__in__sag__antal__aatd_sidste_aar
        FROM demo.main.sag AS sag
        INNER JOIN (
          SELECT DISTINCT
            "sag.<indsats.sag".art AS indsats__art,
            "sag.@periods".begins AS sag__dag__quarter,
            sag.id AS sag__key_0
          FROM demo.main.sag AS sag
          LEFT JOIN demo.main.indsats AS "sag.<indsats.sag"
            ON "sag.<indsats.sag".sag = sag.id
          INNER JOIN (VALUES
            (
              CAST('2025-01-01 00:00:00' AS DATE),
              CAST('2024-01-01 00:00:00' AS TIMESTAMP),
              CAST('2024-03-21 00:00:00' AS TIMESTAMP)
            )) AS "sag.@periods"(begins, low, high)
            ON NOT sag.dag IS NULL
            AND sag.dag >= "sag.@periods".low
            AND sag.dag < "sag.@periods".high
          WHERE
            (
              sag.dag >= $3 AND (
                sag.dag < $4
              )
            )
        ) AS once
          ON once.sag__key_0 = sag.id
        GROUP BY
          1,
          2
      ) AS sag__antal__in__sag__antal__aatd_sidste_aar
    ) AS facts
    GROUP BY
      1,
      2
  )
  SELECT
    facts.indsats__art,
    facts.sag__dag__quarter,
    CASE
      WHEN facts.sag__dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd), 0)
    END AS sag__antal__in__sag__antal__aatd,
    CASE
      WHEN facts.sag__dag__quarter <= CAST('2025-01-01 00:00:00' AS TIMESTAMP)
      THEN COALESCE(MAX(facts.sag__antal__in__sag__antal__aatd_sidste_aar), 0)
    END AS sag__antal__in__sag__antal__aatd_sidste_aar
  FROM (
    SELECT
      indsats__art,
      sag__dag__quarter,
      sag__antal__in__sag__antal__aatd,
      sag__antal__in__sag__antal__aatd_sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      others.indsats__art,
      sag__dag__quarter.sag__dag__quarter,
      NULL AS sag__antal__in__sag__antal__aatd,
      NULL AS sag__antal__in__sag__antal__aatd_sidste_aar
    FROM (
      SELECT DISTINCT
        indsats__art
      FROM ".answered"
    ) AS others
    CROSS JOIN (
      SELECT
        CAST(periods.period AS DATE) AS sag__dag__quarter
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '3' MONTH)) AS period
        FROM (
          SELECT
            CAST($5 AS TIMESTAMP) AS first,
            CAST($5 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sag__dag__quarter
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  indsats__art ASC,
  sag__dag__quarter ASC
LIMIT 10001
