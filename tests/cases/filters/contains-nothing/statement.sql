SELECT
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    CONTAINS(LOWER(sag.emne), LOWER($1))
) AS core
ORDER BY
  sag__antal DESC
LIMIT 10001
