SELECT
  sag__oprettet__skoleaar AS "sag.oprettet.skoleaar",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  WITH ".answered" AS MATERIALIZED (
    SELECT
      CAST(CASE
        WHEN ISFINITE(
          CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
        )
        THEN TIME_BUCKET(
          INTERVAL '12' MONTH,
          CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP),
          CAST('2001-08-01 00:00:00' AS TIMESTAMP)
        )
        ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      END AS DATE) AS sag__oprettet__skoleaar,
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
    facts.sag__oprettet__skoleaar,
    COALESCE(MAX(facts.sag__antal), 0) AS sag__antal
  FROM (
    SELECT
      sag__oprettet__skoleaar,
      sag__antal
    FROM ".answered"
    UNION ALL
    SELECT
      sag__oprettet__skoleaar.sag__oprettet__skoleaar,
      NULL AS sag__antal
    FROM (
      SELECT
        CAST(periods.period AS DATE) AS sag__oprettet__skoleaar
      FROM (
        SELECT
          UNNEST(GENERATE_SERIES(".bounds".first, ".bounds".last, INTERVAL '12' MONTH)) AS period
        FROM (
          SELECT
            CAST($3 AS TIMESTAMP) AS first,
            CAST($4 AS TIMESTAMP) AS last
        ) AS ".bounds"
      ) AS periods
      WHERE
        periods.period AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'Europe/Copenhagen' < periods.period + INTERVAL '12' MONTH
    ) AS sag__oprettet__skoleaar
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__skoleaar DESC
LIMIT 10001
