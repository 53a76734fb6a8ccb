SELECT
  sag__oprettet__skoleaar AS "sag.oprettet.skoleaar",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
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
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__skoleaar ASC
LIMIT 10001
