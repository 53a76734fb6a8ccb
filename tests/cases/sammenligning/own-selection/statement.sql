SELECT
  regnskab__kommune AS "regnskab.kommune",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__vardes_udvalg * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__vardes_udvalg",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(regnskab__udgift_kr * 100 AS INT128) * CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg AS INT128)
    ) - (
      CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__vardes_udvalg * 100 AS INT128) * CAST(indbyggere__folketal AS INT128)
    ),
    (
      CAST(indbyggere__folketal AS INT128) * CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg AS INT128)
    ) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__vardes_udvalg_afvigelse",
  CAST(regnskab__udgift_pr_indbygger__vardes_udvalg_rang__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total AS BIGINT) AS "regnskab.udgift_pr_indbygger__vardes_udvalg_rang",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(regnskab__udgift_pr_indbygger__vardes_udvalg_antal__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "regnskab.udgift_pr_indbygger__vardes_udvalg_antal",
  CAST(NEAREST_QUOTIENT(
    (
      COALESCE(
        CAST(regnskab__udgift_pr_indbygger__vardes_udvalg_antal__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total AS INT128),
        0
      ) * 100
    ) * 10,
    CAST(kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__vardes_udvalg_medlemmer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__vardes_udvalg_daekning"
FROM (
  SELECT
    facts.regnskab__kommune,
    facts.of__kommuner__kommunekode,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal,
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__vardes_udvalg.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__vardes_udvalg AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__vardes_udvalg,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg.indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg,
    COALESCE(
      kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__vardes_udvalg_medlemmer.kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__vardes_udvalg_medlemmer,
      0
    ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__vardes_udvalg_medlemmer,
    regnskab__udgift_pr_indbygger__vardes_udvalg_rang__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total.regnskab__udgift_pr_indbygger__vardes_udvalg_rang__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total AS regnskab__udgift_pr_indbygger__vardes_udvalg_rang__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total,
    regnskab__udgift_pr_indbygger__vardes_udvalg_antal__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total.regnskab__udgift_pr_indbygger__vardes_udvalg_antal__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total AS regnskab__udgift_pr_indbygger__vardes_udvalg_antal__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total
  FROM (
    SELECT
      "regnskab.kommuner".kommune AS regnskab__kommune,
      regnskab.kommunekode AS of__kommuner__kommunekode,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
    FROM demo.main.regnskab AS regnskab
    LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
      ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
    WHERE
      (
        "regnskab.kommuner".kommune IN ($1, $2, $3)
        AND (
          regnskab.aar = $4
        )
        AND (
          regnskab.funktion = $5
        )
      )
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".kommune AS regnskab__kommune,
      indbyggere.kommunekode AS of__kommuner__kommunekode,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      (
        "indbyggere.kommuner".kommune IN ($1, $2, $3) AND (
          indbyggere.aar = $4
        )
      )
    GROUP BY
      1,
      2
  ) AS indbyggere__folketal
    ON facts.regnskab__kommune IS NOT DISTINCT FROM indbyggere__folketal.regnskab__kommune
    AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.of__kommuner__kommunekode
  CROSS JOIN (
    SELECT
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__vardes_udvalg
    FROM demo.main.regnskab AS regnskab
    WHERE
      (
        regnskab.aar = $4
        AND (
          regnskab.funktion = $5
        )
        AND regnskab.kommunekode IN ($6, $7, $8, $9, $10)
      )
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__vardes_udvalg
  CROSS JOIN (
    SELECT
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg
    FROM demo.main.indbyggere AS indbyggere
    WHERE
      (
        indbyggere.aar = $4 AND indbyggere.kommunekode IN ($6, $7, $8, $9, $10)
      )
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__vardes_udvalg
  CROSS JOIN (
    SELECT
      COUNT(*) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__vardes_udvalg_medlemmer
    FROM demo.main.kommuner AS kommuner
    WHERE
      kommuner.kommunekode IN ($6, $7, $8, $9, $10)
  ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__vardes_udvalg_medlemmer
  LEFT JOIN (
    SELECT
      of__kommuner__kommunekode,
      RANK() OVER (
        ORDER BY CAST(CAST(regnskab__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indbyggere__folketal AS INT128), 0) AS DOUBLE) DESC
      ) AS regnskab__udgift_pr_indbygger__vardes_udvalg_rang__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total
    FROM (
      SELECT
        facts.of__kommuner__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          regnskab.kommunekode AS of__kommuner__kommunekode,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        WHERE
          (
            regnskab.aar = $4
            AND (
              regnskab.funktion = $5
            )
            AND regnskab.kommunekode IN ($6, $7, $8, $9, $10)
          )
        GROUP BY
          1
      ) AS facts
      LEFT JOIN (
        SELECT
          indbyggere.kommunekode AS of__kommuner__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        WHERE
          (
            indbyggere.aar = $4 AND indbyggere.kommunekode IN ($6, $7, $8, $9, $10)
          )
        GROUP BY
          1
      ) AS indbyggere__folketal
        ON facts.of__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.of__kommuner__kommunekode
    ) AS members
    WHERE
      NOT of__kommuner__kommunekode IS NULL
      AND NOT (
        CAST(CAST(regnskab__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indbyggere__folketal AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS regnskab__udgift_pr_indbygger__vardes_udvalg_rang__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total
    ON facts.of__kommuner__kommunekode IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__vardes_udvalg_rang__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total.of__kommuner__kommunekode
  CROSS JOIN (
    SELECT
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__kommuner__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger__vardes_udvalg_antal__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total
    FROM (
      SELECT
        facts.member__kommuner__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          regnskab.kommunekode AS member__kommuner__kommunekode,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        WHERE
          (
            regnskab.aar = $4
            AND (
              regnskab.funktion = $5
            )
            AND regnskab.kommunekode IN ($6, $7, $8, $9, $10)
          )
        GROUP BY
          1
      ) AS facts
      LEFT JOIN (
        SELECT
          indbyggere.kommunekode AS member__kommuner__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        WHERE
          (
            indbyggere.aar = $4 AND indbyggere.kommunekode IN ($6, $7, $8, $9, $10)
          )
        GROUP BY
          1
      ) AS indbyggere__folketal
        ON facts.member__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__kommuner__kommunekode
    ) AS members
  ) AS regnskab__udgift_pr_indbygger__vardes_udvalg_antal__in__regnskab__udgift_pr_indbygger__vardes_udvalg__total
) AS core
ORDER BY
  regnskab__kommune ASC
LIMIT 10001
