SELECT
  sag__oprettet__uge_fra_soendag AS "sag.oprettet.uge_fra_soendag",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CAST(CASE
      WHEN ISFINITE(
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
      )
      THEN TIME_BUCKET(
        INTERVAL '604800' SECOND,
        CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP),
        CAST('2000-12-31 00:00:00' AS TIMESTAMP)
      )
      ELSE CAST(sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' AS TIMESTAMP)
    END AS DATE) AS sag__oprettet__uge_fra_soendag,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  GROUP BY
    1
) AS core
ORDER BY
  sag__oprettet__uge_fra_soendag ASC
LIMIT 10001
