SELECT
  udgift__aar AS "udgift.aar",
  CAST(udgift__aar__subtotal AS BOOLEAN) AS "udgift.aar__subtotal",
  udgift__funktion AS "udgift.funktion",
  CAST(udgift__funktion__subtotal AS BOOLEAN) AS "udgift.funktion__subtotal",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
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
    facts.udgift__funktion,
    facts.udgift__aar__subtotal,
    facts.udgift__funktion__subtotal,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total,
    udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number
  FROM (
    SELECT
      udgift.aar AS udgift__aar,
      udgift.funktion AS udgift__funktion,
      GROUPING(udgift.aar) AS udgift__aar__subtotal,
      GROUPING(udgift.funktion) AS udgift__funktion__subtotal,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    LEFT JOIN demo.main.kommune AS "udgift.kommune"
      ON udgift.kommune = "udgift.kommune".kode
    LEFT JOIN demo.main.region AS "udgift.kommune.region"
      ON "udgift.kommune".region_id = "udgift.kommune.region".id
    WHERE
      (
        "udgift.kommune.region".navn = $1 AND udgift.aar IN ($2, $3)
      )
    GROUP BY
      GROUPING SETS (
        (1, 2),
        (
          1
        )
      )
  ) AS facts
  LEFT JOIN (
    SELECT
      *
    FROM (
      SELECT
        udgift__aar,
        udgift__funktion,
        0 AS udgift__aar__subtotal,
        0 AS udgift__funktion__subtotal,
        udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total,
        udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number
      FROM (
        SELECT
          udgift__aar,
          udgift__funktion,
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
            facts.udgift__funktion,
            facts.member__udgift__kommune,
            facts.udgift__beloeb AS udgift__beloeb,
            folk__personer.folk__personer AS folk__personer
          FROM (
            SELECT
              udgift.aar AS udgift__aar,
              udgift.funktion AS udgift__funktion,
              udgift.kommune AS member__udgift__kommune,
              SUM(udgift.beloeb) AS udgift__beloeb
            FROM demo.main.udgift AS udgift
            WHERE
              udgift.aar IN ($2, $3)
            GROUP BY
              1,
              2,
              3
          ) AS facts
          LEFT JOIN (
            SELECT
              folk.aar AS udgift__aar,
              folk.kommune AS member__udgift__kommune,
              SUM(folk.personer) AS folk__personer
            FROM demo.main.folk AS folk
            WHERE
              folk.aar IN ($2, $3)
            GROUP BY
              1,
              2
          ) AS folk__personer
            ON facts.udgift__aar IS NOT DISTINCT FROM folk__personer.udgift__aar
            AND facts.member__udgift__kommune IS NOT DISTINCT FROM folk__personer.member__udgift__kommune
        ) AS members
        GROUP BY
          1,
          2
      ) AS level
      UNION ALL
      SELECT
        udgift__aar,
        NULL AS udgift__funktion,
        0 AS udgift__aar__subtotal,
        1 AS udgift__funktion__subtotal,
        udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total,
        udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__number
      FROM (
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
                udgift.aar IN ($2, $3)
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
                folk.aar IN ($2, $3)
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
      ) AS level
    ) AS levels
  ) AS udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__aar
    AND facts.udgift__funktion IS NOT DISTINCT FROM udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__funktion
    AND facts.udgift__aar__subtotal IS NOT DISTINCT FROM udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__aar__subtotal
    AND facts.udgift__funktion__subtotal IS NOT DISTINCT FROM udgift__pr_indbygger_uvaegtet__in__udgift__landets_uvaegtede__total.udgift__funktion__subtotal
) AS core
ORDER BY
  udgift__aar__subtotal ASC,
  udgift__aar ASC,
  udgift__funktion__subtotal ASC,
  udgift__funktion ASC
LIMIT 10001
