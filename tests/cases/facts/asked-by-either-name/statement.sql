SELECT
  folk__aar AS "folk.aar",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(folk__personer AS BIGINT) AS "folk.personer"
FROM (
  SELECT
    facts.folk__aar,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer
  FROM (
    SELECT
      folk__aar,
      udgift__beloeb,
      NULL AS folk__personer
    FROM (
      SELECT
        udgift.aar AS folk__aar,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      folk__aar,
      NULL AS udgift__beloeb,
      folk__personer
    FROM (
      SELECT
        folk.aar AS folk__aar,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      GROUP BY
        1
    ) AS folk__personer
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  folk__aar ASC
LIMIT 10001
