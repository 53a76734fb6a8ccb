SELECT
  udgift__kommune AS "udgift.kommune",
  udgift__funktion AS "udgift.funktion",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger",
  CASE
    WHEN folk__personer = 0 AND NOT udgift__beloeb IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST(udgift__beloeb AS DOUBLE) / NULLIF(folk__personer, 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "udgift.pr_indbygger__status"
FROM (
  SELECT
    facts.udgift__kommune,
    facts.udgift__funktion,
    facts.udgift__beloeb AS udgift__beloeb,
    folk__personer.folk__personer AS folk__personer
  FROM (
    WITH ".answered" AS MATERIALIZED (
      SELECT
        udgift.kommune AS udgift__kommune,
        udgift.funktion AS udgift__funktion,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      WHERE
        (
          udgift.aar = $1 AND udgift.kommune IN ($2, $3)
        )
      GROUP BY
        1,
        2
    )
    SELECT
      facts.udgift__kommune,
      facts.udgift__funktion,
      MAX(facts.udgift__beloeb) AS udgift__beloeb
    FROM (
      SELECT
        udgift__kommune,
        udgift__funktion,
        udgift__beloeb
      FROM ".answered"
      UNION ALL
      SELECT
        others.udgift__kommune,
        udgift__funktion.udgift__funktion,
        NULL AS udgift__beloeb
      FROM (
        SELECT DISTINCT
          udgift__kommune
        FROM ".answered"
      ) AS others
      CROSS JOIN (
        SELECT DISTINCT
          udgift.funktion AS udgift__funktion
        FROM (
          SELECT
            TRUE AS own
          UNION ALL
          SELECT
            FALSE AS own
        ) AS ".own"
        LEFT JOIN demo.main.udgift AS udgift
          ON ".own".own
        WHERE
          (
            udgift.aar = $1 AND udgift.kommune IN ($2, $3)
          )
      ) AS udgift__funktion
    ) AS facts
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      folk.kommune AS udgift__kommune,
      SUM(folk.personer) AS folk__personer
    FROM demo.main.folk AS folk
    WHERE
      (
        folk.aar = $1 AND folk.kommune IN ($2, $3)
      )
    GROUP BY
      1
  ) AS folk__personer
    ON facts.udgift__kommune IS NOT DISTINCT FROM folk__personer.udgift__kommune
) AS core
ORDER BY
  udgift__kommune ASC,
  udgift__funktion ASC
LIMIT 10001
