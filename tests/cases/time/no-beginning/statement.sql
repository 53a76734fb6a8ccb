SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      sag.oprettet >= $1 AT TIME ZONE 'Europe/Copenhagen' AT TIME ZONE 'UTC'
      AND (
        sag.oprettet < $2
      )
    )
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
