SELECT
  CAST(ROUND(CAST(CAST(kant__stor_midte AS TEXT) AS DECIMAL(38, 12)), 2) AS DECIMAL(38, 2)) AS "kant.stor_midte"
FROM (
  SELECT
    QUANTILE_CONT(CAST(kant.id + 1999999999999999 AS DOUBLE), 0.5) AS kant__stor_midte
  FROM demo.main.kant AS kant
  WHERE
    kant.id = $1
) AS core
ORDER BY
  kant__stor_midte DESC
LIMIT 10001
