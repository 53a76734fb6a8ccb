SELECT
  udgift__aar AS "udgift.aar",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(CAST(CAST(udgift__pr_indbygger_uvaegtet__total AS DECIMAL(38, 12)) AS TEXT), '.', '') AS INT128),
    CAST(udgift__pr_indbygger_uvaegtet__number AS INT128) * 10000000000
  ) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger_uvaegtet",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total AS DECIMAL(38, 12)) AS TEXT),
      '.',
      ''
    ) AS INT128),
    CAST(udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number AS INT128) * 10000000000
  ) AS DECIMAL(38, 0)) * 0.01 AS "udgift.landets_uvaegtede"
FROM (
  SELECT
    facts.udgift__aar,
    facts.udgift__pr_indbygger_uvaegtet__total AS udgift__pr_indbygger_uvaegtet__total,
    facts.udgift__pr_indbygger_uvaegtet__number AS udgift__pr_indbygger_uvaegtet__number,
    udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total,
    udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number
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
          LEFT JOIN demo.main.kommune AS "udgift.kommune"
            ON udgift.kommune = "udgift.kommune".kode
          LEFT JOIN demo.main.region AS "udgift.kommune.region"
            ON "udgift.kommune".region_id = "udgift.kommune.region".id
          WHERE
            (
              "udgift.kommune.region".navn = $1 AND (
                NOT udgift.aar IS NULL
              )
            )
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
          LEFT JOIN demo.main.kommune AS "folk.kommune"
            ON folk.kommune = "folk.kommune".kode
          LEFT JOIN demo.main.region AS "folk.kommune.region"
            ON "folk.kommune".region_id = "folk.kommune.region".id
          WHERE
            (
              "folk.kommune.region".navn = $1 AND (
                NOT folk.aar IS NULL
              )
            )
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
  ) AS facts
  LEFT JOIN (
    SELECT
      udgift__aar,
      SUM(
        CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128) * 10000000000, CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__udgift__kommune IS NULL) AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total,
      COUNT(
        CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128) * 10000000000, CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__udgift__kommune IS NULL) AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number
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
  ) AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__aar
) AS core
ORDER BY
  udgift__aar ASC
LIMIT 10001
