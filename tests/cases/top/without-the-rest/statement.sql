WITH ".top" AS MATERIALIZED (
  SELECT
    udgift__kommune,
    TRUE AS met
  FROM (
    SELECT
      folk.kommune AS udgift__kommune,
      SUM(folk.personer) AS folk__personer
    FROM demo.main.folk AS folk
    WHERE
      folk.aar = $1
    GROUP BY
      1
  ) AS core
  ORDER BY
    folk__personer DESC,
    udgift__kommune ASC
  LIMIT 3
)
SELECT
  udgift__kommune AS "udgift.kommune",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(folk__personer AS BIGINT) AS "folk.personer"
FROM (
  SELECT
    facts.udgift__kommune,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer
  FROM (
    SELECT
      udgift__kommune,
      udgift__beloeb,
      NULL AS folk__personer
    FROM (
      SELECT
        udgift.kommune AS udgift__kommune,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      LEFT JOIN ".top"
        ON ".top".udgift__kommune IS NOT DISTINCT FROM udgift.kommune
      WHERE
        udgift.aar = $1 AND ".top".met
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      udgift__kommune,
      NULL AS udgift__beloeb,
      folk__personer
    FROM (
      SELECT
        folk.kommune AS udgift__kommune,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      LEFT JOIN ".top"
        ON ".top".udgift__kommune IS NOT DISTINCT FROM folk.kommune
      WHERE
        folk.aar = $1 AND ".top".met
      GROUP BY
        1
    ) AS folk__personer
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  udgift__kommune DESC
LIMIT 10001
