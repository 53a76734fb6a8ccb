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
      udgift.kommune IN ($1, $2)
    GROUP BY
      1
  ) AS core
  ORDER BY
    udgift__beloeb DESC,
    udgift__funktion ASC
  LIMIT 1
)
SELECT
  udgift__funktion AS "udgift.funktion",
  udgift__funktion__rest AS "udgift.funktion__rest",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.landets_beloeb"
FROM (
  SELECT
    facts.udgift__funktion,
    facts.udgift__funktion__rest,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__landets_beloeb
  FROM (
    SELECT
      CASE WHEN ".top".met THEN udgift.funktion END AS udgift__funktion,
      ".top".met IS NULL AS udgift__funktion__rest,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN ".top"
      ON ".top".udgift__funktion IS NOT DISTINCT FROM udgift.funktion
    WHERE
      udgift.kommune IN ($1, $2)
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      CASE WHEN ".top".met THEN udgift.funktion END AS udgift__funktion,
      ".top".met IS NULL AS udgift__funktion__rest,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN ".top"
      ON ".top".udgift__funktion IS NOT DISTINCT FROM udgift.funktion
    GROUP BY
      1,
      2
  ) AS udgift__beloeb__in__udgift__landets_beloeb
    ON facts.udgift__funktion IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_beloeb.udgift__funktion
    AND facts.udgift__funktion__rest IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_beloeb.udgift__funktion__rest
) AS core
ORDER BY
  udgift__beloeb DESC,
  udgift__funktion__rest ASC,
  udgift__funktion ASC
LIMIT 10001
