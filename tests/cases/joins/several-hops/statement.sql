SELECT
  landsdel__navn AS "landsdel.navn",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster"
FROM (
  SELECT
    udgift__kommune__region__landsdel.navn AS landsdel__navn,
    SUM(udgift.beloeb) AS udgift__beloeb,
    COUNT(*) AS udgift__poster
  FROM demo.main.udgift AS udgift
  LEFT JOIN demo.main.kommune AS udgift__kommune
    ON udgift.kommune = udgift__kommune.kode
  LEFT JOIN demo.main.region AS udgift__kommune__region
    ON udgift__kommune.region_id = udgift__kommune__region.id
  LEFT JOIN demo.main.landsdel AS udgift__kommune__region__landsdel
    ON udgift__kommune__region.landsdel_id = udgift__kommune__region__landsdel.id
  GROUP BY
    1
) AS core
ORDER BY
  landsdel__navn ASC
LIMIT 10001
