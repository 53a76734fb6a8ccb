SELECT
  CAST(ROUND(CAST(CAST(kant__stort_flydende AS TEXT) AS DECIMAL(38, 12)), 2) AS DECIMAL(38, 2)) AS "kant.stort_flydende"
FROM (
  SELECT
    MAX(CAST(100000000000000000 * kant.b AS DOUBLE)) AS kant__stort_flydende
  FROM demo.main.kant AS kant
  WHERE
    kant.navn = $1
) AS core
ORDER BY
  kant__stort_flydende DESC
LIMIT 10001
