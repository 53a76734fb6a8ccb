SELECT
  udgift__aar AS "udgift.aar",
  udgift__kommune AS "udgift.kommune",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(folk__personer AS BIGINT) AS "folk.personer"
FROM (
  SELECT
    facts.udgift__aar,
    facts.udgift__kommune,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer
  FROM (
    SELECT
      udgift__aar,
      udgift__kommune,
      udgift__beloeb,
      NULL AS folk__personer
    FROM (
      SELECT
        udgift.aar AS udgift__aar,
        udgift.kommune AS udgift__kommune,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      WHERE
        udgift.kommune IS NULL
      GROUP BY
        1,
        2
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      udgift__aar,
      udgift__kommune,
      NULL AS udgift__beloeb,
      folk__personer
    FROM (
      SELECT
        folk.aar AS udgift__aar,
        folk.kommune AS udgift__kommune,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      WHERE
        folk.kommune IS NULL
      GROUP BY
        1,
        2
    ) AS folk__personer
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  udgift__aar ASC,
  udgift__kommune ASC
LIMIT 10001
