SELECT
  regnskab__region AS "regnskab.region",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(regnskab__udgift_pr_indbygger_snit__total AS DECIMAL(38, 12)) AS TEXT),
      '.',
      ''
    ) AS INT128),
    CAST(regnskab__udgift_pr_indbygger_snit__number AS INT128) * 100000000000
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger_snit"
FROM (
  SELECT
    facts.regnskab__region,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    facts.regnskab__udgift_pr_indbygger_snit__total AS regnskab__udgift_pr_indbygger_snit__total,
    facts.regnskab__udgift_pr_indbygger_snit__number AS regnskab__udgift_pr_indbygger_snit__number,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
  FROM (
    SELECT
      facts.regnskab__region,
      MAX(facts.regnskab__udgift_kr) AS regnskab__udgift_kr,
      MAX(facts.regnskab__udgift_pr_indbygger_snit__total) AS regnskab__udgift_pr_indbygger_snit__total,
      MAX(facts.regnskab__udgift_pr_indbygger_snit__number) AS regnskab__udgift_pr_indbygger_snit__number
    FROM (
      SELECT
        regnskab__region,
        regnskab__udgift_kr,
        NULL AS regnskab__udgift_pr_indbygger_snit__total,
        NULL AS regnskab__udgift_pr_indbygger_snit__number
      FROM (
        SELECT
          "regnskab.kommuner".region AS regnskab__region,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
          ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
        WHERE
          (
            regnskab.aar = $1 AND (
              regnskab.funktion = $2
            )
          )
        GROUP BY
          1
      ) AS regnskab__udgift_kr
      UNION ALL
      SELECT
        regnskab__region,
        NULL AS regnskab__udgift_kr,
        regnskab__udgift_pr_indbygger_snit__total,
        regnskab__udgift_pr_indbygger_snit__number
      FROM (
        SELECT
          regnskab__region,
          SUM(
            CAST(NEAREST_QUOTIENT(
              CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
              CAST(indbyggere__folketal AS INT128)
            ) AS DECIMAL(38, 0)) * 0.000000000001
          ) FILTER(WHERE
            NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__total,
          COUNT(
            CAST(NEAREST_QUOTIENT(
              CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
              CAST(indbyggere__folketal AS INT128)
            ) AS DECIMAL(38, 0)) * 0.000000000001
          ) FILTER(WHERE
            NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__number
        FROM (
          SELECT
            facts.regnskab__region,
            facts.member__regnskab__kommunekode,
            facts.regnskab__udgift_kr AS regnskab__udgift_kr,
            indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
          FROM (
            SELECT
              "regnskab.kommuner".region AS regnskab__region,
              regnskab.kommunekode AS member__regnskab__kommunekode,
              SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
            FROM demo.main.regnskab AS regnskab
            LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
              ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
            WHERE
              (
                regnskab.aar = $1 AND (
                  regnskab.funktion = $2
                )
              )
            GROUP BY
              1,
              2
          ) AS facts
          LEFT JOIN (
            SELECT
              "indbyggere.kommuner".region AS regnskab__region,
              indbyggere.kommunekode AS member__regnskab__kommunekode,
              SUM(indbyggere.folketal) AS indbyggere__folketal
            FROM demo.main.indbyggere AS indbyggere
            LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
              ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
            WHERE
              indbyggere.aar = $1
            GROUP BY
              1,
              2
          ) AS indbyggere__folketal
            ON facts.regnskab__region IS NOT DISTINCT FROM indbyggere__folketal.regnskab__region
            AND facts.member__regnskab__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__regnskab__kommunekode
        ) AS members
        GROUP BY
          1
      ) AS regnskab__udgift_pr_indbygger_snit__total
    ) AS facts
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".region AS regnskab__region,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      indbyggere.aar = $1
    GROUP BY
      1
  ) AS indbyggere__folketal
    ON facts.regnskab__region IS NOT DISTINCT FROM indbyggere__folketal.regnskab__region
) AS core
ORDER BY
  regnskab__region ASC
LIMIT 10001
