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
  LIMIT 1
)
SELECT
  udgift__funktion AS "udgift.funktion",
  udgift__funktion__rest AS "udgift.funktion__rest",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger"
FROM (
  SELECT
    facts.udgift__funktion,
    facts.udgift__funktion__rest,
    facts.udgift__beloeb AS udgift__beloeb,
    folk__personer.folk__personer AS folk__personer
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
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(folk.personer) AS folk__personer
    FROM demo.main.folk AS folk
    WHERE
      folk.aar = $1
  ) AS folk__personer
) AS core
ORDER BY
  udgift__funktion__rest ASC,
  udgift__funktion ASC
LIMIT 10001
