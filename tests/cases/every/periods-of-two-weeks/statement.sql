SELECT
  sag__oprettet__fjorten_dage AS "sag.oprettet.fjorten_dage",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      CAST(CASE
        WHEN ISFINITE(
          CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
        )
        THEN TIME_BUCKET(
          INTERVAL '1209600' SECOND,
          CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP),
          CAST('2024-01-04 00:00:00' AS TIMESTAMP)
        )
        ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      END AS DATE) AS sag__oprettet__fjorten_dage,
      COUNT(*) AS sag__antal
    FROM demo.main.sag AS sag
    WHERE
      (
        sag.oprettet >= $1 AND (
          sag.oprettet < $2
        )
      )
    GROUP BY
      1
  )
  SELECT
    facts.sag__oprettet__fjorten_dage,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal
  FROM (
    SELECT
      sag__oprettet__fjorten_dage,
      sag__antal
    FROM ".answered"
    UNION ALL
    SELECT
      sag__oprettet__fjorten_dage.sag__oprettet__fjorten_dage,
      NULL AS sag__antal
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__oprettet__fjorten_dage
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '1209600' SECOND)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
      WHERE
        periods.period AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'Europe/Copenhagen' < periods.period + INTERVAL '1209600' SECOND
    ) AS sag__oprettet__fjorten_dage
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__fjorten_dage ASC
LIMIT 10001
