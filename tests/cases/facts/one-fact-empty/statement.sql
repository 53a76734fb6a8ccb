SELECT
  folk__kommune AS "folk.kommune",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__poster AS BIGINT) AS "udgift.poster",
  CAST(folk__raekker AS BIGINT) AS "folk.raekker"
FROM (
  SELECT
    facts.folk__kommune,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster,
    COALESCE(MAX(facts.folk__raekker), 0) AS folk__raekker
  FROM (
    SELECT
      folk__kommune,
      udgift__beloeb,
      udgift__poster,
      NULL AS folk__raekker
    FROM (
      SELECT
        udgift.kommune AS folk__kommune,
        SUM(udgift.beloeb) AS udgift__beloeb,
        COUNT(*) AS udgift__poster
      FROM demo.main.udgift AS udgift
      WHERE
        udgift.kommune IN ($1, $2)
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      folk__kommune,
      NULL AS udgift__beloeb,
      NULL AS udgift__poster,
      folk__raekker
    FROM (
      SELECT
        folk.kommune AS folk__kommune,
        COUNT(*) AS folk__raekker
      FROM demo.main.folk AS folk
      WHERE
        folk.kommune IN ($1, $2)
      GROUP BY
        1
    ) AS folk__raekker
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  udgift__beloeb DESC,
  folk__kommune ASC
LIMIT 10001
