SELECT
  CAST(tal__stort_sum AS BIGINT) AS "tal.stort_sum",
  CAST(tal__stort_hoejst AS BIGINT) AS "tal.stort_hoejst"
FROM (
  SELECT
    SUM(tal.stort) AS tal__stort_sum,
    MAX(tal.stort) AS tal__stort_hoejst
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3)
) AS core
ORDER BY
  tal__stort_sum DESC
LIMIT 10001
