SELECT
  sag__oprettet__kvarter AS "sag.oprettet.kvarter",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CASE
      WHEN ISFINITE(
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      )
      THEN TIME_BUCKET(
        INTERVAL '900' SECOND,
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP),
        CAST('2001-01-01 00:00:00' AS TIMESTAMP)
      )
      ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
    END AS sag__oprettet__kvarter,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__kvarter ASC
LIMIT 10001
