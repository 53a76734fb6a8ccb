SELECT
  kommune__kode AS "kommune.kode",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(folk__raekker AS BIGINT) AS "folk.raekker"
FROM (
  SELECT
    facts.kommune__kode,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    COALESCE(MAX(facts.folk__raekker), 0) AS folk__raekker
  FROM (
    SELECT
      kommune__kode,
      udgift__beloeb,
      NULL AS folk__raekker
    FROM (
      SELECT
        udgift.kommune AS kommune__kode,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      kommune__kode,
      NULL AS udgift__beloeb,
      folk__raekker
    FROM (
      SELECT
        folk.kommune AS kommune__kode,
        COUNT(*) AS folk__raekker
      FROM demo.main.folk AS folk
      GROUP BY
        1
    ) AS folk__raekker
  ) AS facts
  GROUP BY
    1
) AS core
WHERE
  folk__raekker = $1
ORDER BY
  kommune__kode ASC
LIMIT 10001
