SELECT
  sag__emne AS "sag.emne",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    sag.emne AS sag__emne,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    CONTAINS(LOWER(sag.emne), LOWER($1))
  GROUP BY
    1
) AS core
ORDER BY
  sag__antal DESC,
  sag__emne ASC
LIMIT 10001
