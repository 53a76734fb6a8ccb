SELECT
  udgift__aar AS "udgift.aar",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger"
FROM (
  SELECT
    facts.udgift__aar,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer
  FROM (
    SELECT
      udgift__aar,
      udgift__beloeb,
      NULL AS folk__personer
    FROM (
      SELECT
        udgift.aar AS udgift__aar,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      WHERE
        udgift.aar = $1
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      udgift__aar,
      NULL AS udgift__beloeb,
      folk__personer
    FROM (
      SELECT
        folk.aar AS udgift__aar,
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
  udgift__aar ASC
LIMIT 10001
