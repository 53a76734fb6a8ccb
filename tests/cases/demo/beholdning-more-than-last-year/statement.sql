SELECT
  sagsbeholdning__optalt__month AS "sagsbeholdning.optalt.month",
  CAST(beholdning__sager AS BIGINT) AS "sagsbeholdning.sager",
  CAST(beholdning__sager__in__beholdning__sager__sidste_aar AS BIGINT) AS "sagsbeholdning.sager__sidste_aar",
  CAST(NEAREST_QUOTIENT(
    CAST(beholdning__sager__in__beholdning__sager__opgjort AS INT128) - CAST(beholdning__sager__in__beholdning__sager__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "sagsbeholdning.sager__aendring",
  CAST(NEAREST_QUOTIENT(
    CAST(beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort AS INT128) - CAST(beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar AS INT128),
    1
  ) AS DECIMAL(38, 0)) AS "sagsbeholdning.sager_paa_venteliste__aendring"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      facts.sagsbeholdning__optalt__month,
      MAX(facts.beholdning__sager) AS beholdning__sager,
      MAX(facts.beholdning__sager__in__beholdning__sager__sidste_aar) AS beholdning__sager__in__beholdning__sager__sidste_aar,
      MAX(facts.beholdning__sager__in__beholdning__sager__opgjort) AS beholdning__sager__in__beholdning__sager__opgjort,
      MAX(
        facts.beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort
      ) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
      MAX(
        facts.beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
      ) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
    FROM (
      SELECT
        sagsbeholdning__optalt__month,
        beholdning__sager,
        NULL AS beholdning__sager__in__beholdning__sager__sidste_aar,
        NULL AS beholdning__sager__in__beholdning__sager__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
      FROM (
        SELECT
          ".sagsbeholdning__optalt__month" AS sagsbeholdning__optalt__month,
          SUM(beholdning.antal_sager) AS beholdning__sager
        FROM (
          SELECT
            beholdning.*,
            CAST(DATE_TRUNC('MONTH', beholdning.optalt) AS DATE) AS ".sagsbeholdning__optalt__month"
          FROM demo.main.beholdning AS beholdning
          WHERE
            (
              beholdning.optalt >= $1
              AND (
                beholdning.optalt < $2
              )
              AND (
                beholdning.optalt < $3
              )
            )
          QUALIFY
            beholdning.optalt = MAX(beholdning.optalt) OVER (
              PARTITION BY beholdning.enhed, beholdning.sagstype, CAST(DATE_TRUNC('MONTH', beholdning.optalt) AS DATE)
            )
        ) AS beholdning
        GROUP BY
          1
      ) AS beholdning__sager
      UNION ALL
      SELECT
        sagsbeholdning__optalt__month,
        NULL AS beholdning__sager,
        beholdning__sager__in__beholdning__sager__sidste_aar,
        NULL AS beholdning__sager__in__beholdning__sager__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
      FROM (
        SELECT
          ".sagsbeholdning__optalt__month" AS sagsbeholdning__optalt__month,
          SUM(beholdning.antal_sager) AS beholdning__sager__in__beholdning__sager__sidste_aar
        FROM (
          SELECT
            beholdning.*,
            "beholdning.@periods".begins AS ".sagsbeholdning__optalt__month"
          FROM demo.main.beholdning AS beholdning
          INNER JOIN (VALUES
            (
              CAST('2025-06-01 00:00:00' AS DATE),
              CAST('2024-06-01 00:00:00' AS TIMESTAMP),
              CAST('2024-07-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-07-01 00:00:00' AS DATE),
              CAST('2024-07-01 00:00:00' AS TIMESTAMP),
              CAST('2024-08-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-08-01 00:00:00' AS DATE),
              CAST('2024-08-01 00:00:00' AS TIMESTAMP),
              CAST('2024-09-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-09-01 00:00:00' AS DATE),
              CAST('2024-09-01 00:00:00' AS TIMESTAMP),
              CAST('2024-10-01 00:00:00' AS TIMESTAMP)
            )) AS "beholdning.@periods"(begins, low, high)
            ON NOT beholdning.optalt IS NULL
            AND beholdning.optalt >= "beholdning.@periods".low
            AND beholdning.optalt < "beholdning.@periods".high
          WHERE
            (
              beholdning.optalt < $3
              AND (
                beholdning.optalt >= $4
              )
              AND (
                beholdning.optalt < $5
              )
            )
          QUALIFY
            beholdning.optalt = MAX(beholdning.optalt) OVER (PARTITION BY beholdning.enhed, beholdning.sagstype, "beholdning.@periods".begins)
        ) AS beholdning
        GROUP BY
          1
      ) AS beholdning__sager__in__beholdning__sager__sidste_aar
      UNION ALL
      SELECT
        sagsbeholdning__optalt__month,
        NULL AS beholdning__sager,
        NULL AS beholdning__sager__in__beholdning__sager__sidste_aar,
        beholdning__sager__in__beholdning__sager__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
      FROM (
        SELECT
          ".sagsbeholdning__optalt__month" AS sagsbeholdning__optalt__month,
          SUM(beholdning.antal_sager) AS beholdning__sager__in__beholdning__sager__opgjort
        FROM (
          SELECT
            beholdning.*,
            "beholdning.@periods".begins AS ".sagsbeholdning__optalt__month"
          FROM demo.main.beholdning AS beholdning
          INNER JOIN (VALUES
            (
              CAST('2025-06-01 00:00:00' AS DATE),
              CAST('2025-06-01 00:00:00' AS TIMESTAMP),
              CAST('2025-07-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-07-01 00:00:00' AS DATE),
              CAST('2025-07-01 00:00:00' AS TIMESTAMP),
              CAST('2025-08-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-08-01 00:00:00' AS DATE),
              CAST('2025-08-01 00:00:00' AS TIMESTAMP),
              CAST('2025-09-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-09-01 00:00:00' AS DATE),
              CAST('2025-09-01 00:00:00' AS TIMESTAMP),
              CAST('2025-10-01 00:00:00' AS TIMESTAMP)
            )) AS "beholdning.@periods"(begins, low, high)
            ON NOT beholdning.optalt IS NULL
            AND beholdning.optalt >= "beholdning.@periods".low
            AND beholdning.optalt < "beholdning.@periods".high
          WHERE
            (
              beholdning.optalt < $3
              AND (
                beholdning.optalt >= $1
              )
              AND (
                beholdning.optalt < $3
              )
            )
          QUALIFY
            beholdning.optalt = MAX(beholdning.optalt) OVER (PARTITION BY beholdning.enhed, beholdning.sagstype, "beholdning.@periods".begins)
        ) AS beholdning
        GROUP BY
          1
      ) AS beholdning__sager__in__beholdning__sager__opgjort
      UNION ALL
      SELECT
        sagsbeholdning__optalt__month,
        NULL AS beholdning__sager,
        NULL AS beholdning__sager__in__beholdning__sager__sidste_aar,
        NULL AS beholdning__sager__in__beholdning__sager__opgjort,
        beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
      FROM (
        SELECT
          ".sagsbeholdning__optalt__month" AS sagsbeholdning__optalt__month,
          SUM(beholdning.antal_venter) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort
        FROM (
          SELECT
            beholdning.*,
            "beholdning.@periods".begins AS ".sagsbeholdning__optalt__month"
          FROM demo.main.beholdning AS beholdning
          INNER JOIN (VALUES
            (
              CAST('2025-06-01 00:00:00' AS DATE),
              CAST('2025-06-01 00:00:00' AS TIMESTAMP),
              CAST('2025-07-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-07-01 00:00:00' AS DATE),
              CAST('2025-07-01 00:00:00' AS TIMESTAMP),
              CAST('2025-08-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-08-01 00:00:00' AS DATE),
              CAST('2025-08-01 00:00:00' AS TIMESTAMP),
              CAST('2025-09-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-09-01 00:00:00' AS DATE),
              CAST('2025-09-01 00:00:00' AS TIMESTAMP),
              CAST('2025-10-01 00:00:00' AS TIMESTAMP)
            )) AS "beholdning.@periods"(begins, low, high)
            ON NOT beholdning.optalt IS NULL
            AND beholdning.optalt >= "beholdning.@periods".low
            AND beholdning.optalt < "beholdning.@periods".high
          WHERE
            (
              beholdning.optalt < $3
              AND (
                beholdning.optalt >= $1
              )
              AND (
                beholdning.optalt < $3
              )
            )
          QUALIFY
            beholdning.optalt = MAX(beholdning.optalt) OVER (PARTITION BY beholdning.enhed, beholdning.sagstype, "beholdning.@periods".begins)
        ) AS beholdning
        GROUP BY
          1
      ) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort
      UNION ALL
      SELECT
        sagsbeholdning__optalt__month,
        NULL AS beholdning__sager,
        NULL AS beholdning__sager__in__beholdning__sager__sidste_aar,
        NULL AS beholdning__sager__in__beholdning__sager__opgjort,
        NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
        beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
      FROM (
        SELECT
          ".sagsbeholdning__optalt__month" AS sagsbeholdning__optalt__month,
          SUM(beholdning.antal_venter) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
        FROM (
          SELECT
            beholdning.*,
            "beholdning.@periods".begins AS ".sagsbeholdning__optalt__month"
          FROM demo.main.beholdning AS beholdning
          INNER JOIN (VALUES
            (
              CAST('2025-06-01 00:00:00' AS DATE),
              CAST('2024-06-01 00:00:00' AS TIMESTAMP),
              CAST('2024-07-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-07-01 00:00:00' AS DATE),
              CAST('2024-07-01 00:00:00' AS TIMESTAMP),
              CAST('2024-08-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-08-01 00:00:00' AS DATE),
              CAST('2024-08-01 00:00:00' AS TIMESTAMP),
              CAST('2024-09-01 00:00:00' AS TIMESTAMP)
            ),
            (
              CAST('2025-09-01 00:00:00' AS DATE),
              CAST('2024-09-01 00:00:00' AS TIMESTAMP),
              CAST('2024-10-01 00:00:00' AS TIMESTAMP)
            )) AS "beholdning.@periods"(begins, low, high)
            ON NOT beholdning.optalt IS NULL
            AND beholdning.optalt >= "beholdning.@periods".low
            AND beholdning.optalt < "beholdning.@periods".high
          WHERE
            (
              beholdning.optalt < $3
              AND (
                beholdning.optalt >= $4
              )
              AND (
                beholdning.optalt < $5
              )
            )
          QUALIFY
            beholdning.optalt = MAX(beholdning.optalt) OVER (PARTITION BY beholdning.enhed, beholdning.sagstype, "beholdning.@periods".begins)
        ) AS beholdning
        GROUP BY
          1
      ) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
    ) AS facts
    GROUP BY
      1
  )
  SELECT
    facts.sagsbeholdning__optalt__month,
    MAX(facts.beholdning__sager) AS beholdning__sager,
    MAX(facts.beholdning__sager__in__beholdning__sager__sidste_aar) AS beholdning__sager__in__beholdning__sager__sidste_aar,
    MAX(facts.beholdning__sager__in__beholdning__sager__opgjort) AS beholdning__sager__in__beholdning__sager__opgjort,
    MAX(
      facts.beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort
    ) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
    MAX(
      facts.beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
    ) AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
  FROM (
    SELECT
      sagsbeholdning__optalt__month,
      beholdning__sager,
      beholdning__sager__in__beholdning__sager__sidste_aar,
      beholdning__sager__in__beholdning__sager__opgjort,
      beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
      beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
    FROM ".answered"
    UNION ALL
    SELECT
      sagsbeholdning__optalt__month.sagsbeholdning__optalt__month,
      NULL AS beholdning__sager,
      NULL AS beholdning__sager__in__beholdning__sager__sidste_aar,
      NULL AS beholdning__sager__in__beholdning__sager__opgjort,
      NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__opgjort,
      NULL AS beholdning__sager_paa_venteliste__in__beholdning__sager_paa_venteliste__sidste_aar
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sagsbeholdning__optalt__month
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1' MONTH)) AS period
        FROM (
          SELECT
            CAST($6 AS TIMESTAMP) AS first,
            CAST($7 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
    ) AS sagsbeholdning__optalt__month
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sagsbeholdning__optalt__month ASC
LIMIT 10001
