SELECT
  udgift__kommune AS "udgift.kommune",
  kommune__navn AS "kommune.navn"
FROM (
  SELECT DISTINCT
    udgift.kommune AS udgift__kommune,
    "udgift.kommune".navn AS kommune__navn
  FROM demo.main.udgift AS udgift
  LEFT JOIN demo.main.kommune AS "udgift.kommune"
    ON udgift.kommune = "udgift.kommune".kode
) AS core
ORDER BY
  udgift__kommune ASC,
  kommune__navn ASC
LIMIT 10001
