SELECT
  regnskab__landsdel AS "regnskab.landsdel",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landsdel * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landsdel AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__landsdel",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total AS DECIMAL(38, 12)) AS TEXT),
      '.',
      ''
    ) AS INT128),
    CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__number AS INT128) * 100000000000
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger_snit__landsdel",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "regnskab.udgift_pr_indbygger__landsdel_antal",
  CAST(kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer AS BIGINT) AS "regnskab.udgift_pr_indbygger__landsdel_medlemmer",
  CAST(NEAREST_QUOTIENT(
    (
      COALESCE(
        CAST(regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total AS INT128),
        0
      ) * 100
    ) * 10,
    CAST(kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__landsdel_daekning"
FROM (
  SELECT
    facts.regnskab__landsdel,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal,
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landsdel.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landsdel AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landsdel,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landsdel.indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landsdel AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landsdel,
    COALESCE(
      kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer.kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer,
      0
    ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__number AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__number,
    regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total.regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total AS regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total
  FROM (
    SELECT
      "regnskab.kommuner".landsdel AS regnskab__landsdel,
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
  ) AS facts
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".landsdel AS regnskab__landsdel,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      indbyggere.aar = $1
    GROUP BY
      1
  ) AS indbyggere__folketal
    ON facts.regnskab__landsdel IS NOT DISTINCT FROM indbyggere__folketal.regnskab__landsdel
  LEFT JOIN (
    SELECT
      "regnskab.kommuner".landsdel AS regnskab__landsdel,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landsdel
    FROM demo.main.regnskab AS regnskab
    LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
      ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
    WHERE
      (
        regnskab.aar = $1
        AND (
          regnskab.funktion = $2
        )
        AND (
          NOT "regnskab.kommuner".landsdel IS NULL
        )
      )
    GROUP BY
      1
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landsdel
    ON facts.regnskab__landsdel IS NOT DISTINCT FROM regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landsdel.regnskab__landsdel
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".landsdel AS regnskab__landsdel,
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landsdel
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      (
        indbyggere.aar = $1 AND (
          NOT "indbyggere.kommuner".landsdel IS NULL
        )
      )
    GROUP BY
      1
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landsdel
    ON facts.regnskab__landsdel IS NOT DISTINCT FROM indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landsdel.regnskab__landsdel
  LEFT JOIN (
    SELECT
      kommuner.landsdel AS regnskab__landsdel,
      COUNT(*) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer
    FROM demo.main.kommuner AS kommuner
    WHERE
      NOT kommuner.landsdel IS NULL
    GROUP BY
      1
  ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer
    ON facts.regnskab__landsdel IS NOT DISTINCT FROM kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__landsdel_medlemmer.regnskab__landsdel
  LEFT JOIN (
    SELECT
      regnskab__landsdel,
      SUM(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__number
    FROM (
      SELECT
        facts.regnskab__landsdel,
        facts.member__regnskab__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          "regnskab.kommuner".landsdel AS regnskab__landsdel,
          regnskab.kommunekode AS member__regnskab__kommunekode,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
          ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
        WHERE
          (
            regnskab.aar = $1
            AND (
              regnskab.funktion = $2
            )
            AND (
              NOT "regnskab.kommuner".landsdel IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS facts
      LEFT JOIN (
        SELECT
          "indbyggere.kommuner".landsdel AS regnskab__landsdel,
          indbyggere.kommunekode AS member__regnskab__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
          ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
        WHERE
          (
            indbyggere.aar = $1 AND (
              NOT "indbyggere.kommuner".landsdel IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS indbyggere__folketal
        ON facts.regnskab__landsdel IS NOT DISTINCT FROM indbyggere__folketal.regnskab__landsdel
        AND facts.member__regnskab__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__regnskab__kommunekode
    ) AS members
    GROUP BY
      1
  ) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total
    ON facts.regnskab__landsdel IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landsdel__total.regnskab__landsdel
  LEFT JOIN (
    SELECT
      regnskab__landsdel,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__kommuner__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total
    FROM (
      SELECT
        facts.regnskab__landsdel,
        facts.member__kommuner__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          "regnskab.kommuner".landsdel AS regnskab__landsdel,
          regnskab.kommunekode AS member__kommuner__kommunekode,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
          ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
        WHERE
          (
            regnskab.aar = $1
            AND (
              regnskab.funktion = $2
            )
            AND (
              NOT "regnskab.kommuner".landsdel IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS facts
      LEFT JOIN (
        SELECT
          "indbyggere.kommuner".landsdel AS regnskab__landsdel,
          indbyggere.kommunekode AS member__kommuner__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
          ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
        WHERE
          (
            indbyggere.aar = $1 AND (
              NOT "indbyggere.kommuner".landsdel IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS indbyggere__folketal
        ON facts.regnskab__landsdel IS NOT DISTINCT FROM indbyggere__folketal.regnskab__landsdel
        AND facts.member__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__kommuner__kommunekode
    ) AS members
    GROUP BY
      1
  ) AS regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total
    ON facts.regnskab__landsdel IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__landsdel_antal__in__regnskab__udgift_pr_indbygger__landsdel__total.regnskab__landsdel
) AS core
ORDER BY
  regnskab__landsdel ASC
LIMIT 10001
