SELECT
  plads__tilbud AS "plads.tilbud",
  CAST(plads__pladser__in__plads__pladser__aatd AS BIGINT) AS "plads.pladser__aatd",
  CAST(plads__pladser__in__plads__pladser__aatd_sidste_aar AS BIGINT) AS "plads.pladser__aatd_sidste_aar"
FROM (
  SELECT
    facts.plads__tilbud,
    MAX(facts.plads__pladser__in__plads__pladser__aatd) AS plads__pladser__in__plads__pladser__aatd,
    MAX(facts.plads__pladser__in__plads__pladser__aatd_sidste_aar) AS plads__pladser__in__plads__pladser__aatd_sidste_aar
  FROM (
    SELECT
      plads__tilbud,
      plads__pladser__in__plads__pladser__aatd,
      NULL AS plads__pladser__in__plads__pladser__aatd_sidste_aar
    FROM (
      SELECT
        ".plads__tilbud" AS plads__tilbud,
        SUM(plads.antal) AS plads__pladser__in__plads__pladser__aatd
      FROM (
        SELECT
          plads.*,
          plads.tilbud AS ".plads__tilbud"
        FROM demo.main.plads AS plads
        INNER JOIN (VALUES
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2025-01-01 00:00:00' AS TIMESTAMP),
            CAST('2025-03-21 00:00:00' AS TIMESTAMP)
          )) AS "plads.@periods"(begins, low, high)
          ON NOT plads.dag IS NULL
          AND plads.dag >= "plads.@periods".low
          AND plads.dag < "plads.@periods".high
        WHERE
          (
            plads.dag < $1 AND (
              plads.dag >= $2
            ) AND (
              plads.dag < $1
            )
          )
        QUALIFY
          plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud)
      ) AS plads
      GROUP BY
        1
    ) AS plads__pladser__in__plads__pladser__aatd
    UNION ALL
    SELECT
      plads__tilbud,
      NULL AS plads__pladser__in__plads__pladser__aatd,
      plads__pladser__in__plads__pladser__aatd_sidste_aar
    FROM (
      SELECT
        ".plads__tilbud" AS plads__tilbud,
        SUM(plads.antal) AS plads__pladser__in__plads__pladser__aatd_sidste_aar
      FROM (
        SELECT
          plads.*,
          plads.tilbud AS ".plads__tilbud"
        FROM demo.main.plads AS plads
        INNER JOIN (VALUES
          (
            CAST('2025-01-01 00:00:00' AS DATE),
            CAST('2024-01-01 00:00:00' AS TIMESTAMP),
            CAST('2024-03-21 00:00:00' AS TIMESTAMP)
          )) AS "plads.@periods"(begins, low, high)
          ON NOT plads.dag IS NULL
          AND plads.dag >= "plads.@periods".low
          AND plads.dag < "plads.@periods".high
        WHERE
          (
            plads.dag < $1 AND (
              plads.dag >= $3
            ) AND (
              plads.dag < $4
            )
          )
        QUALIFY
          plads.dag = MAX(plads.dag) OVER (PARTITION BY plads.tilbud)
      ) AS plads
      GROUP BY
        1
    ) AS plads__pladser__in__plads__pladser__aatd_sidste_aar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  plads__tilbud ASC
LIMIT 10001
