SELECT
  regnskab__kommunegruppe AS "regnskab.kommunegruppe",
  CAST(regnskab__kommunegruppe__subtotal AS BOOLEAN) AS "regnskab.kommunegruppe__subtotal",
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
    *
  FROM (
    SELECT
      regnskab__kommunegruppe,
      0 AS regnskab__kommunegruppe__subtotal,
      regnskab__udgift_pr_indbygger_snit__total,
      regnskab__udgift_pr_indbygger_snit__number
    FROM (
      SELECT
        regnskab__kommunegruppe,
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
          facts.regnskab__kommunegruppe,
          facts.member__regnskab__kommunekode,
          facts.regnskab__udgift_kr AS regnskab__udgift_kr,
          indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
        FROM (
          SELECT
            "regnskab.kommuner".kommunegruppe AS regnskab__kommunegruppe,
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
            "indbyggere.kommuner".kommunegruppe AS regnskab__kommunegruppe,
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
          ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM indbyggere__folketal.regnskab__kommunegruppe
          AND facts.member__regnskab__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__regnskab__kommunekode
      ) AS members
      GROUP BY
        1
    ) AS level
    UNION ALL
    SELECT
      NULL AS regnskab__kommunegruppe,
      1 AS regnskab__kommunegruppe__subtotal,
      regnskab__udgift_pr_indbygger_snit__total,
      regnskab__udgift_pr_indbygger_snit__number
    FROM (
      SELECT
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
          facts.member__regnskab__kommunekode,
          facts.regnskab__udgift_kr AS regnskab__udgift_kr,
          indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
        FROM (
          SELECT
            regnskab.kommunekode AS member__regnskab__kommunekode,
            SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
          FROM demo.main.regnskab AS regnskab
          WHERE
            (
              regnskab.aar = $1 AND (
                regnskab.funktion = $2
              )
            )
          GROUP BY
            1
        ) AS facts
        LEFT JOIN (
          SELECT
            indbyggere.kommunekode AS member__regnskab__kommunekode,
            SUM(indbyggere.folketal) AS indbyggere__folketal
          FROM demo.main.indbyggere AS indbyggere
          WHERE
            indbyggere.aar = $1
          GROUP BY
            1
        ) AS indbyggere__folketal
          ON facts.member__regnskab__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__regnskab__kommunekode
      ) AS members
    ) AS level
  ) AS levels
) AS core
ORDER BY
  CAST(CAST(REPLACE(
    CAST(CAST(regnskab__udgift_pr_indbygger_snit__total AS DECIMAL(38, 12)) AS TEXT),
    '.',
    ''
  ) AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(regnskab__udgift_pr_indbygger_snit__number AS INT128), 0) AS DOUBLE) ASC,
  regnskab__kommunegruppe__subtotal ASC,
  CASE regnskab__kommunegruppe
    WHEN 'Hovedstadskommuner'
    THEN 0
    WHEN 'Storbykommuner'
    THEN 1
    WHEN 'Provinsbykommuner'
    THEN 2
    WHEN 'Oplandskommuner'
    THEN 3
    WHEN 'Landkommuner'
    THEN 4
  END ASC,
  regnskab__kommunegruppe ASC
LIMIT 10001
