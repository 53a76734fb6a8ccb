SELECT
  regnskab__region AS "regnskab.region",
  CAST(regnskab__region__subtotal AS BOOLEAN) AS "regnskab.region__subtotal",
  regnskab__funktion AS "regnskab.funktion",
  CAST(regnskab__funktion__subtotal AS BOOLEAN) AS "regnskab.funktion__subtotal",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger"
FROM (
  SELECT
    facts.regnskab__region,
    facts.regnskab__funktion,
    facts.regnskab__region__subtotal,
    facts.regnskab__funktion__subtotal,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
  FROM (
    SELECT
      facts.regnskab__region,
      facts.regnskab__funktion,
      facts.regnskab__region__subtotal,
      facts.regnskab__funktion__subtotal,
      MAX(facts.regnskab__udgift_kr) AS regnskab__udgift_kr
    FROM (
      SELECT
        regnskab__region,
        regnskab__funktion,
        regnskab__region__subtotal,
        regnskab__funktion__subtotal,
        regnskab__udgift_kr
      FROM (
        SELECT
          "regnskab.kommuner".region AS regnskab__region,
          regnskab.funktion AS regnskab__funktion,
          GROUPING("regnskab.kommuner".region) AS regnskab__region__subtotal,
          GROUPING(regnskab.funktion) AS regnskab__funktion__subtotal,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
          ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
        WHERE
          regnskab.aar = $1
        GROUP BY
          GROUPING SETS (
            (1, 2),
            (
              1
            ),
            ()
          )
      ) AS regnskab__udgift_kr
      UNION ALL
      SELECT
        regnskab__region,
        regnskab__funktion,
        regnskab__region__subtotal,
        regnskab__funktion__subtotal,
        NULL AS regnskab__udgift_kr
      FROM (
        SELECT
          *
        FROM (
          SELECT
            regnskab__region,
            CAST(NULL AS TEXT) AS regnskab__funktion,
            0 AS regnskab__region__subtotal,
            1 AS regnskab__funktion__subtotal
          FROM (
            SELECT DISTINCT
              "indbyggere.kommuner".region AS regnskab__region
            FROM demo.main.indbyggere AS indbyggere
            LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
              ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
            WHERE
              indbyggere.aar = $1
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
      "indbyggere.kommuner".region AS regnskab__region,
      GROUPING("indbyggere.kommuner".region) AS regnskab__region__subtotal,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      indbyggere.aar = $1
    GROUP BY
      GROUPING SETS (
        (
          1
        ),
        ()
      )
  ) AS indbyggere__folketal
    ON facts.regnskab__region IS NOT DISTINCT FROM indbyggere__folketal.regnskab__region
    AND facts.regnskab__region__subtotal IS NOT DISTINCT FROM indbyggere__folketal.regnskab__region__subtotal
) AS core
ORDER BY
  regnskab__region__subtotal ASC,
  regnskab__region ASC,
  regnskab__funktion__subtotal ASC,
  regnskab__funktion ASC
LIMIT 10001
