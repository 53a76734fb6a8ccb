SELECT
  sag__emne AS "sag.emne",
  CAST(sag__antal AS BIGINT) AS "sag.antal"
FROM (
  SELECT
    sag.emne AS sag__emne,
    COUNT(*) AS sag__antal
  FROM demo.main.sag AS sag
  WHERE
    sag.emne IN ($1, $2, $3, $4, $5)
  GROUP BY
    1
) AS core
ORDER BY
  sag__emne ASC
LIMIT 10001
