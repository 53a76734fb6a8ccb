SELECT
  kant__fin_stund AS "kant.fin_stund"
FROM (
  SELECT DISTINCT
    kant.fin_stund AS kant__fin_stund
  FROM demo.main.kant AS kant
  WHERE
    (
      kant.fin_stund < $1 AND (
        kant.id < $2
      )
    )
) AS core
ORDER BY
  kant__fin_stund ASC
LIMIT 10001
