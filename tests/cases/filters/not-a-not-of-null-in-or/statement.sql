SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    (
      sag.hast IS DISTINCT FROM $1 OR (
        sag.emne IS NULL
      )
    )
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
