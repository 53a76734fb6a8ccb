SELECT
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
    MAX(facts.regnskab__udgift_kr) AS regnskab__udgift_kr,
    MAX(facts.indbyggere__folketal) AS indbyggere__folketal,
    MAX(facts.regnskab__udgift_pr_indbygger_snit__total) AS regnskab__udgift_pr_indbygger_snit__total,
    MAX(facts.regnskab__udgift_pr_indbygger_snit__number) AS regnskab__udgift_pr_indbygger_snit__number
  FROM (
    SELECT
      regnskab__udgift_kr,
      NULL AS indbyggere__folketal,
      NULL AS regnskab__udgift_pr_indbygger_snit__total,
      NULL AS regnskab__udgift_pr_indbygger_snit__number
    FROM (
      SELECT
        SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
      FROM demo.main.regnskab AS regnskab
      WHERE
        regnskab.aar = $1
    ) AS regnskab__udgift_kr
    UNION ALL
    SELECT
      NULL AS regnskab__udgift_kr,
      indbyggere__folketal,
      NULL AS regnskab__udgift_pr_indbygger_snit__total,
      NULL AS regnskab__udgift_pr_indbygger_snit__number
    FROM (
      SELECT
        SUM(indbyggere.folketal) AS indbyggere__folketal
      FROM demo.main.indbyggere AS indbyggere
      WHERE
        indbyggere.aar = $1
    ) AS indbyggere__folketal
    UNION ALL
    SELECT
      NULL AS regnskab__udgift_kr,
      NULL AS indbyggere__folketal,
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
          MAX(facts.regnskab__udgift_kr) AS regnskab__udgift_kr,
          MAX(facts.indbyggere__folketal) AS indbyggere__folketal
        FROM (
          SELECT
            member__regnskab__kommunekode,
            regnskab__udgift_kr,
            NULL AS indbyggere__folketal
          FROM (
            SELECT
              regnskab.kommunekode AS member__regnskab__kommunekode,
              SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
            FROM demo.main.regnskab AS regnskab
            WHERE
              regnskab.aar = $1
            GROUP BY
              1
          ) AS regnskab__udgift_kr
          UNION ALL
          SELECT
            member__regnskab__kommunekode,
            NULL AS regnskab__udgift_kr,
            indbyggere__folketal
          FROM (
            SELECT
              indbyggere.kommunekode AS member__regnskab__kommunekode,
              SUM(indbyggere.folketal) AS indbyggere__folketal
            FROM demo.main.indbyggere AS indbyggere
            WHERE
              indbyggere.aar = $1
            GROUP BY
              1
          ) AS indbyggere__folketal
        ) AS facts
        GROUP BY
          1
      ) AS members
    ) AS regnskab__udgift_pr_indbygger_snit__total
  ) AS facts
) AS core
ORDER BY
  CAST(CAST(regnskab__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indbyggere__folketal AS INT128), 0) AS DOUBLE) DESC
LIMIT 10001
