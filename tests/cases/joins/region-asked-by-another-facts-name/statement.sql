SELECT
  udgift__region AS "udgift.region",
  CAST(folk__personer AS BIGINT) AS "folk.personer"
FROM (
  SELECT
    "folk.kommune.region".navn AS udgift__region,
    SUM(folk.personer) AS folk__personer
  FROM demo.main.folk AS folk
  LEFT JOIN demo.main.kommune AS "folk.kommune"
    ON folk.kommune = "folk.kommune".kode
  LEFT JOIN demo.main.region AS "folk.kommune.region"
    ON "folk.kommune".region_id = "folk.kommune.region".id
  WHERE
    folk.aar = $1
  GROUP BY
    1
) AS core
ORDER BY
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC
LIMIT 10001
