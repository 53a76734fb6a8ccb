SELECT
  landsdel__navn AS "landsdel.navn",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster"
FROM (
  SELECT
    "udgift.kommune.region.landsdel".navn AS landsdel__navn,
    SUM(udgift.beloeb) AS udgift__beloeb,
    COUNT(*) AS udgift__poster
  FROM demo.main.udgift AS udgift
  LEFT JOIN demo.main.kommune AS "udgift.kommune"
    ON udgift.kommune = "udgift.kommune".kode
  LEFT JOIN demo.main.region AS "udgift.kommune.region"
    ON "udgift.kommune".region_id = "udgift.kommune.region".id
  LEFT JOIN demo.main.landsdel AS "udgift.kommune.region.landsdel"
    ON "udgift.kommune.region".landsdel_id = "udgift.kommune.region.landsdel".id
  GROUP BY
    1
) AS core
ORDER BY
  landsdel__navn ASC
LIMIT 10001
