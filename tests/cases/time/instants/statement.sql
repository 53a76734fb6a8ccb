SELECT
  sag__registreret__month AS "sag.registreret.month",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    CAST(DATE_TRUNC('MONTH', sag.registreret AT TIME ZONE 'Europe/Copenhagen') AS DATE) AS sag__registreret__month,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      sag.registreret >= $1 AND (
        sag.registreret < $2
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  sag__registreret__month ASC
LIMIT 10001
