SELECT
  udgift__region AS "udgift.region",
  CAST(NEAREST_QUOTIENT(
    CAST(udgift__pr_indbygger_uvaegtet__total * 1000000000000 AS INT128),
    CAST(udgift__pr_indbygger_uvaegtet__number AS INT128) * 10000000000
  ) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger_uvaegtet"
FROM (
  SELECT
    udgift__region,
    SUM(
      CAST(CAST(udgift__beloeb AS DOUBLE) / NULLIF(folk__personer, 0) AS DECIMAL(38, 12))
    ) AS udgift__pr_indbygger_uvaegtet__total,
    COUNT(
      CAST(CAST(udgift__beloeb AS DOUBLE) / NULLIF(folk__personer, 0) AS DECIMAL(38, 12))
    ) AS udgift__pr_indbygger_uvaegtet__number
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
          udgift__kommune__region.navn AS udgift__region,
          udgift.kommune AS member__udgift__kommune,
          SUM(udgift.beloeb) AS udgift__beloeb
        FROM demo.main.udgift AS udgift
        LEFT JOIN demo.main.kommune AS udgift__kommune
          ON udgift.kommune = udgift__kommune.kode
        LEFT JOIN demo.main.region AS udgift__kommune__region
          ON udgift__kommune.region_id = udgift__kommune__region.id
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
          folk__kommune__region.navn AS udgift__region,
          folk.kommune AS member__udgift__kommune,
          SUM(folk.personer) AS folk__personer
        FROM demo.main.folk AS folk
        LEFT JOIN demo.main.kommune AS folk__kommune
          ON folk.kommune = folk__kommune.kode
        LEFT JOIN demo.main.region AS folk__kommune__region
          ON folk__kommune.region_id = folk__kommune__region.id
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
