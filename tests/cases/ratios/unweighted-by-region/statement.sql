SELECT
  udgift__region AS "udgift.region",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(CAST(CAST(udgift__pr_indbygger_uvaegtet__total AS DECIMAL(38, 12)) AS TEXT), '.', '') AS INT128),
    CAST(udgift__pr_indbygger_uvaegtet__number AS INT128) * 10000000000
  ) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger_uvaegtet"
FROM (
  SELECT
    udgift__region,
    SUM(
      CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128) * 10000000000, CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
    ) FILTER(WHERE
      NOT member__udgift__kommune IS NULL) AS udgift__pr_indbygger_uvaegtet__total,
    COUNT(
      CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128) * 10000000000, CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
    ) FILTER(WHERE
      NOT member__udgift__kommune IS NULL) AS udgift__pr_indbygger_uvaegtet__number
  FROM (
    SELECT
      facts.udgift__region,
      facts.member__udgift__kommune,
      MAX(facts.udgift__beloeb) AS udgift__beloeb,
      MAX(facts.folk__personer) AS folk__personer
    FROM (
      SELECT
        udgift__region,
        member__udgift__kommune,
        udgift__beloeb,
        NULL AS folk__personer
      FROM (
        SELECT
          "udgift.kommune.region".navn AS udgift__region,
          udgift.kommune AS member__udgift__kommune,
          SUM(udgift.beloeb) AS udgift__beloeb
        FROM demo.main.udgift AS udgift
        LEFT JOIN demo.main.kommune AS "udgift.kommune"
          ON udgift.kommune = "udgift.kommune".kode
        LEFT JOIN demo.main.region AS "udgift.kommune.region"
          ON "udgift.kommune".region_id = "udgift.kommune.region".id
        WHERE
          udgift.aar = $1
        GROUP BY
          1,
          2
      ) AS udgift__beloeb
      UNION ALL
      SELECT
        udgift__region,
        member__udgift__kommune,
        NULL AS udgift__beloeb,
        folk__personer
      FROM (
        SELECT
          "folk.kommune.region".navn AS udgift__region,
          folk.kommune AS member__udgift__kommune,
          SUM(folk.personer) AS folk__personer
        FROM demo.main.folk AS folk
        LEFT JOIN demo.main.kommune AS "folk.kommune"
          ON folk.kommune = "folk.kommune".kode
        LEFT JOIN demo.main.region AS "folk.kommune.region"
          ON "folk.kommune".region_id = "folk.kommune.region".id
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
  ) AS members
  GROUP BY
    1
) AS core
ORDER BY
  CASE udgift__region WHEN 'Syd' THEN 0 WHEN 'Nord' THEN 1 END ASC,
  udgift__region ASC
LIMIT 10001
