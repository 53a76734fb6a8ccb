SELECT
  ydelse__lov AS "ydelse.lov",
  CAST(borger__antal_borgere AS BIGINT) AS "borger.antal_borgere"
FROM (
  SELECT
    once.ydelse__lov,
    COUNT(*) AS borger__antal_borgere
  FROM demo.main.borger AS borger
  INNER JOIN (
    SELECT DISTINCT
      "borger.<ydelse.borger".lov AS ydelse__lov,
      borger.borger_id AS borger__key_0
    FROM demo.main.borger AS borger
    LEFT JOIN demo.main.ydelse AS "borger.<ydelse.borger"
      ON "borger.<ydelse.borger".borger_id = borger.borger_id
  ) AS once
    ON once.borger__key_0 = borger.borger_id
  GROUP BY
    1
) AS core
ORDER BY
  ydelse__lov ASC
LIMIT 10001
