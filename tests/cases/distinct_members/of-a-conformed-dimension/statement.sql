SELECT
  udgift__aar AS "udgift.aar",
  CAST(udgift__kommune__count_distinct AS BIGINT) AS "udgift.kommune__count_distinct",
  CAST(folk__kommune__count_distinct AS BIGINT) AS "folk.kommune__count_distinct"
FROM (
  SELECT
    facts.udgift__aar,
    COALESCE(MAX(facts.udgift__kommune__count_distinct), 0) AS udgift__kommune__count_distinct,
    COALESCE(MAX(facts.folk__kommune__count_distinct), 0) AS folk__kommune__count_distinct
  FROM (
    SELECT
      udgift__aar,
      udgift__kommune__count_distinct,
      NULL AS folk__kommune__count_distinct
    FROM (
      SELECT
        udgift.aar AS udgift__aar,
        COUNT(DISTINCT udgift.kommune) AS udgift__kommune__count_distinct
      FROM demo.main.udgift AS udgift
      GROUP BY
        1
    ) AS udgift__kommune__count_distinct
    UNION ALL
    SELECT
      udgift__aar,
      NULL AS udgift__kommune__count_distinct,
      folk__kommune__count_distinct
    FROM (
      SELECT
        folk.aar AS udgift__aar,
        COUNT(DISTINCT folk.kommune) AS folk__kommune__count_distinct
      FROM demo.main.folk AS folk
      GROUP BY
        1
    ) AS folk__kommune__count_distinct
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  udgift__aar ASC
LIMIT 10001
