SELECT
  sag__oprettet__vagt AS "sag.oprettet.vagt",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CASE
      WHEN ISFINITE(
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      )
      THEN TIME_BUCKET(
        INTERVAL '28800' SECOND,
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP),
        CAST('2024-01-01 07:00:00' AS TIMESTAMP)
      )
      ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
    END AS sag__oprettet__vagt,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__vagt ASC
LIMIT 10001
