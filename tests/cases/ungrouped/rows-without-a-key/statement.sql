SELECT
  udgift__kommune AS "udgift.kommune",
  udgift__aar AS "udgift.aar",
  CAST(udgift__antal AS BIGINT) AS "udgift.antal",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__loen AS DECIMAL(38, 2)) AS "udgift.loen",
  CAST(udgift__i_store AS DECIMAL(38, 2)) AS "udgift.i_store"
FROM (
  SELECT
    udgift.kommune AS udgift__kommune,
    udgift.aar AS udgift__aar,
    udgift.antal AS udgift__antal,
    udgift.beloeb AS udgift__beloeb,
    CASE WHEN udgift.art = 'løn' THEN udgift.beloeb END AS udgift__loen,
    CASE WHEN "udgift.kommune".stor THEN udgift.beloeb END AS udgift__i_store
  FROM demo.main.udgift AS udgift
  LEFT JOIN demo.main.kommune AS "udgift.kommune"
    ON udgift.kommune = "udgift.kommune".kode
  WHERE
    udgift.aar = $1
) AS core
ORDER BY
  udgift__kommune ASC,
  udgift__aar ASC,
  udgift__antal ASC,
  udgift__beloeb ASC,
  udgift__loen ASC,
  udgift__i_store ASC
LIMIT 10001
