SELECT
  kommune__navn AS "kommune.navn"
FROM (
  SELECT DISTINCT
    kommune.navn AS kommune__navn
  FROM demo.main.kommune AS kommune
) AS core
ORDER BY
  kommune__navn ASC
LIMIT 10001
