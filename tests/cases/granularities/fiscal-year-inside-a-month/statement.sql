SELECT
  sag__oprettet__britisk_aar AS "sag.oprettet.britisk_aar",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CAST(CASE
      WHEN ISFINITE(
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      )
      THEN TIME_BUCKET(
        INTERVAL '12' MONTH,
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP) - INTERVAL '432000' SECOND,
        CAST('2020-04-01 00:00:00' AS TIMESTAMP)
      ) + INTERVAL '432000' SECOND
      ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
    END AS DATE) AS sag__oprettet__britisk_aar,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__britisk_aar ASC
LIMIT 10001
