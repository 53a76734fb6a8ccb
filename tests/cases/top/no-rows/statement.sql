WITH ".top" AS MATERIALIZED (
  SELECT
    udgift__funktion,
    TRUE AS met
  FROM (
    SELECT
      udgift.funktion AS udgift__funktion,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      udgift.aar = $1
    GROUP BY
      1
  ) AS core
  ORDER BY
    udgift__beloeb DESC,
    udgift__funktion ASC
  LIMIT 2
)
SELECT
  udgift__funktion AS "udgift.funktion",
  udgift__funktion__rest AS "udgift.funktion__rest",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb"
FROM (
  SELECT
    CASE WHEN ".top".met THEN udgift.funktion END AS udgift__funktion,
    ".top".met IS NULL AS udgift__funktion__rest,
    SUM(udgift.beloeb) AS udgift__beloeb
  FROM demo.main.udgift AS udgift
  LEFT JOIN ".top"
    ON ".top".udgift__funktion IS NOT DISTINCT FROM udgift.funktion
  WHERE
    udgift.aar = $1
  GROUP BY
    1,
    2
) AS core
ORDER BY
  udgift__beloeb DESC,
  udgift__funktion__rest ASC,
  udgift__funktion ASC
LIMIT 10001
