SELECT
  region__navn AS "region.navn",
  CAST(region__navn__subtotal AS BOOLEAN) AS "region.navn__subtotal",
  udgift__region AS "udgift.region",
  CAST(udgift__region__subtotal AS BOOLEAN) AS "udgift.region__subtotal",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb"
FROM (
  SELECT
    CASE 1 WHEN 1 THEN "udgift.kommune.region".navn END AS region__navn,
    CASE 2 WHEN 2 THEN "udgift.kommune.region".navn END AS udgift__region,
    GROUPING(CASE 1 WHEN 1 THEN "udgift.kommune.region".navn END) AS region__navn__subtotal,
    GROUPING(CASE 2 WHEN 2 THEN "udgift.kommune.region".navn END) AS udgift__region__subtotal,
    SUM(udgift.beloeb) AS udgift__beloeb
  FROM demo.main.udgift AS udgift
  LEFT JOIN demo.main.kommune AS "udgift.kommune"
    ON udgift.kommune = "udgift.kommune".kode
  LEFT JOIN demo.main.region AS "udgift.kommune.region"
    ON "udgift.kommune".region_id = "udgift.kommune.region".id
  GROUP BY
    GROUPING SETS (
      (1, 2),
      (
        1
      )
    )
) AS core
ORDER BY
  udgift__beloeb DESC,
  region__navn__subtotal ASC,
  CASE region__navn WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  region__navn ASC,
  udgift__region__subtotal ASC,
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC
LIMIT 10001
