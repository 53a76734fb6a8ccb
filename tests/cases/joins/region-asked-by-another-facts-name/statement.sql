SELECT
  udgift__region AS "udgift.region",
  CAST(folk__personer AS BIGINT) AS "folk.personer"
FROM (
  SELECT
    folk__kommune__region.navn AS udgift__region,
    SUM(folk.personer) AS folk__personer
  FROM demo.main.folk AS folk
  LEFT JOIN demo.main.kommune AS folk__kommune
    ON folk.kommune = folk__kommune.kode
  LEFT JOIN demo.main.region AS folk__kommune__region
    ON folk__kommune.region_id = folk__kommune__region.id
  WHERE
    folk.aar = $1
  GROUP BY
    1
) AS core
ORDER BY
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC
LIMIT 10001
