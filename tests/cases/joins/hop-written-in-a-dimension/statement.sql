SELECT
  kommune__landsdel AS "kommune.landsdel",
  kommune__region AS "kommune.region",
  CAST(kommune__antal AS BIGINT) AS "kommune.antal"
FROM (
  SELECT
    "kommune.region.landsdel".navn AS kommune__landsdel,
    "kommune.region".navn AS kommune__region,
    COUNT(*) AS kommune__antal
  FROM demo.main.kommune AS kommune
  LEFT JOIN demo.main.region AS "kommune.region"
    ON kommune.region_id = "kommune.region".id
  LEFT JOIN demo.main.landsdel AS "kommune.region.landsdel"
    ON "kommune.region".landsdel_id = "kommune.region.landsdel".id
  GROUP BY
    1,
    2
) AS core
ORDER BY
  kommune__landsdel ASC,
  CASE kommune__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  kommune__region ASC
LIMIT 10001
