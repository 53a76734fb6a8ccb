SELECT
  region__navn AS "region.navn",
  CAST(kommune__antal AS BIGINT) AS "kommune.antal"
FROM (
  SELECT
    "kommune.region".navn AS region__navn,
    COUNT(*) AS kommune__antal
  FROM demo.main.kommune AS kommune
  LEFT JOIN demo.main.region AS "kommune.region"
    ON kommune.region_id = "kommune.region".id
  GROUP BY
    1
) AS core
ORDER BY
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  region__navn ASC
LIMIT 10001
