SELECT
  udgift__aar AS "udgift.aar",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(CAST(CAST(udgift__pr_indbygger_uvaegtet__total AS DECIMAL(38, 12)) AS TEXT), '.', '') AS INT128),
    CAST(udgift__pr_indbygger_uvaegtet__number AS INT128) * 10000000000
  ) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger_uvaegtet",
  CAST(ROUND(udgift__pr_indbygger_median__total, 2) AS DECIMAL(38, 2)) AS "udgift.pr_indbygger_median"
FROM (
  SELECT
    facts.udgift__aar,
    MAX(facts.udgift__beloeb) AS udgift__beloeb,
    MAX(facts.folk__personer) AS folk__personer,
    MAX(facts.udgift__pr_indbygger_uvaegtet__total) AS udgift__pr_indbygger_uvaegtet__total,
    MAX(facts.udgift__pr_indbygger_uvaegtet__number) AS udgift__pr_indbygger_uvaegtet__number,
    MAX(facts.udgift__pr_indbygger_median__total) AS udgift__pr_indbygger_median__total
  FROM (
    SELECT
      udgift__aar,
      udgift__beloeb,
      NULL AS folk__personer,
      NULL AS udgift__pr_indbygger_uvaegtet__total,
      NULL AS udgift__pr_indbygger_uvaegtet__number,
      NULL AS udgift__pr_indbygger_median__total
    FROM (
      SELECT
        udgift.aar AS udgift__aar,
        SUM(udgift.beloeb) AS udgift__beloeb
      FROM demo.main.udgift AS udgift
      WHERE
        NOT udgift.aar IS NULL
      GROUP BY
        1
    ) AS udgift__beloeb
    UNION ALL
    SELECT
      udgift__aar,
      NULL AS udgift__beloeb,
      folk__personer,
      NULL AS udgift__pr_indbygger_uvaegtet__total,
      NULL AS udgift__pr_indbygger_uvaegtet__number,
      NULL AS udgift__pr_indbygger_median__total
    FROM (
      SELECT
        folk.aar AS udgift__aar,
        SUM(folk.personer) AS folk__personer
      FROM demo.main.folk AS folk
      WHERE
        NOT folk.aar IS NULL
      GROUP BY
        1
    ) AS folk__personer
    UNION ALL
    SELECT
      udgift__aar,
      NULL AS udgift__beloeb,
      NULL AS folk__personer,
      udgift__pr_indbygger_uvaegtet__total,
      udgift__pr_indbygger_uvaegtet__number,
      NULL AS udgift__pr_indbygger_median__total
    FROM (
      SELECT
        udgift__aar,
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
          facts.udgift__aar,
          facts.member__udgift__kommune,
          MAX(facts.udgift__beloeb) AS udgift__beloeb,
          MAX(facts.folk__personer) AS folk__personer
        FROM (
          SELECT
            udgift__aar,
            member__udgift__kommune,
            udgift__beloeb,
            NULL AS folk__personer
          FROM (
            SELECT
              udgift.aar AS udgift__aar,
              udgift.kommune AS member__udgift__kommune,
              SUM(udgift.beloeb) AS udgift__beloeb
            FROM demo.main.udgift AS udgift
            WHERE
              NOT udgift.aar IS NULL
            GROUP BY
              1,
              2
          ) AS udgift__beloeb
          UNION ALL
          SELECT
            udgift__aar,
            member__udgift__kommune,
            NULL AS udgift__beloeb,
            folk__personer
          FROM (
            SELECT
              folk.aar AS udgift__aar,
              folk.kommune AS member__udgift__kommune,
              SUM(folk.personer) AS folk__personer
            FROM demo.main.folk AS folk
            WHERE
              NOT folk.aar IS NULL
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
    ) AS udgift__pr_indbygger_uvaegtet__total
    UNION ALL
    SELECT
      udgift__aar,
      NULL AS udgift__beloeb,
      NULL AS folk__personer,
      NULL AS udgift__pr_indbygger_uvaegtet__total,
      NULL AS udgift__pr_indbygger_uvaegtet__number,
      udgift__pr_indbygger_median__total
    FROM (
      SELECT
        udgift__aar,
        QUANTILE_CONT(
          CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128) * 10000000000, CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001,
          0.5
        ) FILTER(WHERE
          NOT member__udgift__kommune IS NULL) AS udgift__pr_indbygger_median__total
      FROM (
        SELECT
          facts.udgift__aar,
          facts.member__udgift__kommune,
          MAX(facts.udgift__beloeb) AS udgift__beloeb,
          MAX(facts.folk__personer) AS folk__personer
        FROM (
          SELECT
            udgift__aar,
            member__udgift__kommune,
            udgift__beloeb,
            NULL AS folk__personer
          FROM (
            SELECT
              udgift.aar AS udgift__aar,
              udgift.kommune AS member__udgift__kommune,
              SUM(udgift.beloeb) AS udgift__beloeb
            FROM demo.main.udgift AS udgift
            WHERE
              NOT udgift.aar IS NULL
            GROUP BY
              1,
              2
          ) AS udgift__beloeb
          UNION ALL
          SELECT
            udgift__aar,
            member__udgift__kommune,
            NULL AS udgift__beloeb,
            folk__personer
          FROM (
            SELECT
              folk.aar AS udgift__aar,
              folk.kommune AS member__udgift__kommune,
              SUM(folk.personer) AS folk__personer
            FROM demo.main.folk AS folk
            WHERE
              NOT folk.aar IS NULL
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
    ) AS udgift__pr_indbygger_median__total
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  udgift__aar ASC
LIMIT 10001
