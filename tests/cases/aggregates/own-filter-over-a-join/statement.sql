SELECT
  CAST(udgift__i_store AS DECIMAL(38, 2)) AS "udgift.i_store",
  CAST(udgift__i_syd AS BIGINT) AS "udgift.i_syd",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster"
FROM (
  SELECT
    SUM(udgift.beloeb) FILTER(WHERE
      "udgift.kommune".stor) AS udgift__i_store,
    COUNT(*) FILTER(WHERE
      "udgift.kommune.region".navn = 'Syd') AS udgift__i_syd,
    SUM(udgift.beloeb) AS udgift__beloeb,
    COUNT(*) AS udgift__poster
  FROM demo.main.udgift AS udgift
  LEFT JOIN demo.main.kommune AS "udgift.kommune"
    ON udgift.kommune = "udgift.kommune".kode
  LEFT JOIN demo.main.region AS "udgift.kommune.region"
    ON "udgift.kommune".region_id = "udgift.kommune.region".id
) AS core
ORDER BY
  udgift__i_store DESC
LIMIT 10001
