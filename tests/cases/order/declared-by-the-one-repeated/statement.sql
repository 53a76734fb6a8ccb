SELECT
  kommune__region AS "kommune.region"
FROM (
  SELECT DISTINCT
    "kommune.region".navn AS kommune__region
  FROM demo.main.kommune AS kommune
  LEFT JOIN demo.main.region AS "kommune.region"
    ON kommune.region_id = "kommune.region".id
) AS core
ORDER BY
  CASE kommune__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  kommune__region ASC
LIMIT 10001
