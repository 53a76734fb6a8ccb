SELECT
  udgift__kommune AS "udgift.kommune",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN CAST(udgift__beloeb * 100 AS INT128) <> 0
      THEN NULLIF(CAST(udgift__poster AS INT128), 0)
    END * 10000,
    CAST(folk__personer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.0001 AS "udgift.forhold",
  CASE
    WHEN (
      (
        udgift__beloeb / udgift__poster
      )
    ) = 0
    AND NOT (
      (
        udgift__beloeb / folk__personer
      )
    ) IS NULL
    THEN 'nul_naevner'
    WHEN folk__personer = 0 AND NOT udgift__beloeb IS NULL
    THEN 'nul_naevner'
    WHEN udgift__poster = 0 AND NOT udgift__beloeb IS NULL
    THEN 'nul_naevner'
    WHEN (
      CAST((
        CAST(udgift__beloeb AS DOUBLE) / NULLIF(folk__personer, 0)
      ) AS DOUBLE) / NULLIF((
        CAST(udgift__beloeb AS DOUBLE) / NULLIF(udgift__poster, 0)
      ), 0)
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "udgift.forhold__status"
FROM (
  SELECT
    facts.udgift__kommune,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    COALESCE(MAX(facts.udgift__poster), 0) AS udgift__poster,
    MAX(facts.folk__personer) AS folk__personer
  FROM (
    SELECT
      udgift__kommune,
      udgift__beloeb,
      udgift__poster,
      NULL AS folk__personer
    FROM (
      SELECT
        udgift.kommune AS udgift__kommune,
        SUM(udgift.beloeb) AS udgift__beloeb,
        COUNT(*) AS udgift__poster
      FROM demo.main.udgift AS udgift
      WHERE
        (
          udgift.aar = $1 AND udgift.kommune IN ($2, $3, $4, $5, $6)
        )
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      udgift__kommune,
      NULL AS udgift__beloeb,
      NULL AS udgift__poster,
      folk__personer
    FROM (
      SELECT
        folk.kommune AS udgift__kommune,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      WHERE
        (
          folk.aar = $1 AND folk.kommune IN ($2, $3, $4, $5, $6)
        )
      GROUP BY
        1
    ) AS folk__personer
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  udgift__kommune ASC
LIMIT 10001
