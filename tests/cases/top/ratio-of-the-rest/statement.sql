WITH ".top" AS MATERIALIZED (
  SELECT
    udgift__kommune,
    TRUE AS met
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
        WHERE
          udgift.aar = $1
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
        WHERE
          folk.aar = $1
        GROUP BY
          1
      ) AS folk__personer
    ) AS facts
    GROUP BY
      1
  ) AS core
  ORDER BY
    CAST(CAST(udgift__beloeb * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(folk__personer AS INT128), 0) AS DOUBLE) DESC,
    udgift__kommune ASC
  LIMIT 2
)
SELECT
  udgift__kommune AS "udgift.kommune",
  udgift__kommune__rest AS "udgift.kommune__rest",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb"
FROM (
  SELECT
    facts.udgift__kommune,
    facts.udgift__kommune__rest,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer
  FROM (
    SELECT
      udgift__kommune,
      udgift__kommune__rest,
      udgift__beloeb,
      NULL AS folk__personer
    FROM (
      SELECT
        CASE WHEN ".top".met THEN udgift.kommune END AS udgift__kommune,
        ".top".met IS NULL AS udgift__kommune__rest,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      LEFT JOIN ".top"
        ON ".top".udgift__kommune IS NOT DISTINCT FROM udgift.kommune
      WHERE
        udgift.aar = $1
      GROUP BY
        1,
        2
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      udgift__kommune,
      udgift__kommune__rest,
      NULL AS udgift__beloeb,
      folk__personer
    FROM (
      SELECT
        CASE WHEN ".top".met THEN folk.kommune END AS udgift__kommune,
        ".top".met IS NULL AS udgift__kommune__rest,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      LEFT JOIN ".top"
        ON ".top".udgift__kommune IS NOT DISTINCT FROM folk.kommune
      WHERE
        folk.aar = $1
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
  udgift__kommune__rest ASC,
  udgift__kommune ASC
LIMIT 10001
