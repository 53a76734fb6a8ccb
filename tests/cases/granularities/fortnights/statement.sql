SELECT
  sag__oprettet__fjorten_dage AS "sag.oprettet.fjorten_dage",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
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
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__fjorten_dage ASC
LIMIT 10001
