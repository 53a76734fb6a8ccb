SELECT
  udgift__kommune AS "udgift.kommune",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(CAST(CAST(udgift__pr_indbygger_uvaegtet__total AS DECIMAL(38, 12)) AS TEXT), '.', '') AS INT128),
    CAST(udgift__pr_indbygger_uvaegtet__number AS INT128) * 10000000000
  ) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger_uvaegtet",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger"
FROM (
  SELECT
    facts.udgift__kommune,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer,
    MAX(facts.udgift__pr_indbygger_uvaegtet__total) AS udgift__pr_indbygger_uvaegtet__total,
    MAX(facts.udgift__pr_indbygger_uvaegtet__number) AS udgift__pr_indbygger_uvaegtet__number
  FROM (
    SELECT
      udgift__kommune,
      udgift__beloeb,
      NULL AS folk__personer,
      NULL AS udgift__pr_indbygger_uvaegtet__total,
      NULL AS udgift__pr_indbygger_uvaegtet__number
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
      folk__personer,
      NULL AS udgift__pr_indbygger_uvaegtet__total,
      NULL AS udgift__pr_indbygger_uvaegtet__number
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
    UNION ALL
    SELECT
      udgift__kommune,
      NULL AS udgift__beloeb,
      NULL AS folk__personer,
      udgift__pr_indbygger_uvaegtet__total,
      udgift__pr_indbygger_uvaegtet__number
    FROM (
      SELECT
        udgift__kommune,
        SUM(
          CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128) * 10000000000, CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
        ) AS udgift__pr_indbygger_uvaegtet__total,
        COUNT(
          CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128) * 10000000000, CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
        ) AS udgift__pr_indbygger_uvaegtet__number
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
      ) AS members
      GROUP BY
        1
    ) AS udgift__pr_indbygger_uvaegtet__total
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  udgift__kommune ASC
LIMIT 10001
