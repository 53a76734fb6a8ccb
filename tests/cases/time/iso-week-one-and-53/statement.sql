SELECT
  sag__oprettet__week AS "sag.oprettet.week",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CAST(DATE_TRUNC('WEEK', sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS sag__oprettet__week,
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
) AS core
ORDER BY
  sag__oprettet__week ASC
LIMIT 10001
