SELECT
  udgift__kommune AS "udgift.kommune",
  CAST(udgift__kommune__subtotal AS BOOLEAN) AS "udgift.kommune__subtotal",
  udgift__funktion AS "udgift.funktion",
  CAST(udgift__funktion__subtotal AS BOOLEAN) AS "udgift.funktion__subtotal",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger"
FROM (
  SELECT
    facts.udgift__kommune,
    facts.udgift__funktion,
    facts.udgift__kommune__subtotal,
    facts.udgift__funktion__subtotal,
    facts.udgift__beloeb AS udgift__beloeb,
    folk__personer.folk__personer AS folk__personer
  FROM (
    SELECT
      facts.udgift__kommune,
      facts.udgift__funktion,
      facts.udgift__kommune__subtotal,
      facts.udgift__funktion__subtotal,
      MAX(facts.udgift__beloeb) AS udgift__beloeb
    FROM (
      SELECT
        udgift__kommune,
        udgift__funktion,
        udgift__kommune__subtotal,
        udgift__funktion__subtotal,
        udgift__beloeb
      FROM (
        SELECT
          udgift.kommune AS udgift__kommune,
          CAST(NULL AS TEXT) AS udgift__funktion,
          GROUPING(udgift.kommune) AS udgift__kommune__subtotal,
          1 AS udgift__funktion__subtotal,
          SUM(udgift.beloeb) AS udgift__beloeb
        FROM demo.main.udgift AS udgift
        WHERE
          udgift.aar = $1
        GROUP BY
          GROUPING SETS (
            (
              1
            )
          )
      ) AS udgift__beloeb
      UNION ALL
      SELECT
        udgift__kommune,
        udgift__funktion,
        udgift__kommune__subtotal,
        udgift__funktion__subtotal,
        NULL AS udgift__beloeb
      FROM (
        SELECT
          *
        FROM (
          SELECT
            udgift__kommune,
            CAST(NULL AS TEXT) AS udgift__funktion,
            0 AS udgift__kommune__subtotal,
            1 AS udgift__funktion__subtotal
          FROM (
            SELECT DISTINCT
              folk.kommune AS udgift__kommune
            FROM demo.main.folk AS folk
            WHERE
              folk.aar = $1
          ) AS level
        ) AS levels
      ) AS listed
    ) AS facts
    GROUP BY
      1,
      2,
      3,
      4
  ) AS facts
  LEFT JOIN (
    SELECT
      folk.kommune AS udgift__kommune,
      GROUPING(folk.kommune) AS udgift__kommune__subtotal,
      SUM(folk.personer) AS folk__personer
    FROM demo.main.folk AS folk
    WHERE
      folk.aar = $1
    GROUP BY
      GROUPING SETS (
        (
          1
        )
      )
  ) AS folk__personer
    ON facts.udgift__kommune IS NOT DISTINCT FROM folk__personer.udgift__kommune
    AND facts.udgift__kommune__subtotal IS NOT DISTINCT FROM folk__personer.udgift__kommune__subtotal
) AS core
ORDER BY
  udgift__kommune__subtotal ASC,
  udgift__kommune ASC,
  udgift__funktion__subtotal ASC,
  udgift__funktion ASC
LIMIT 10001
