SELECT
  region__navn AS "region.navn"
FROM (
  SELECT DISTINCT
    region.navn AS region__navn
  FROM demo.main.region AS region
) AS core
ORDER BY
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END DESC,
  region__navn DESC
LIMIT 10001
