SELECT
  sag__lokal__day AS "sag.lokal.day",
  sag__oprettet__day AS "sag.oprettet.day",
  sag__registreret__day AS "sag.registreret.day",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CAST(DATE_TRUNC('DAY', sag.lokal) AS DATE) AS sag__lokal__day,
    CAST(DATE_TRUNC('DAY', sag.oprettet AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York') AS DATE) AS sag__oprettet__day,
    CAST(DATE_TRUNC('DAY', sag.registreret AT TIME ZONE 'America/New_York') AS DATE) AS sag__registreret__day,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      sag.lokal >= $1 AND (
        sag.lokal < $2
      )
    )
  GROUP BY
    1,
    2,
    3
) AS core
ORDER BY
  sag__lokal__day ASC,
  sag__oprettet__day ASC,
  sag__registreret__day ASC
LIMIT 10001
