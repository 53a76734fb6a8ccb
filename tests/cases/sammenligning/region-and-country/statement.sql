SELECT
  regnskab__region AS "regnskab.region",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__region",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total AS DECIMAL(38, 12)) AS TEXT),
      '.',
      ''
    ) AS INT128),
    CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__number AS INT128) * 100000000000
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger_snit__region",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "regnskab.udgift_pr_indbygger__region_antal",
  CAST(NEAREST_QUOTIENT(
    (
      COALESCE(
        CAST(regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total AS INT128),
        0
      ) * 100
    ) * 10,
    CAST(kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__region_medlemmer AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__region_daekning",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landet * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landet AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__landet",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__total AS DECIMAL(38, 12)) AS TEXT),
      '.',
      ''
    ) AS INT128),
    CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__number AS INT128) * 100000000000
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger_snit__landet",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(regnskab__udgift_pr_indbygger__landet_antal__in__regnskab__udgift_pr_indbygger__landet__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "regnskab.udgift_pr_indbygger__landet_antal"
FROM (
  SELECT
    facts.regnskab__region,
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region.indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region,
    COALESCE(
      kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__region_medlemmer.kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__region_medlemmer,
      0
    ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__region_medlemmer,
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landet.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landet AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landet,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landet.indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landet AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landet,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__number AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__number,
    regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total.regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total AS regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__total AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__total,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__number AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__number,
    regnskab__udgift_pr_indbygger__landet_antal__in__regnskab__udgift_pr_indbygger__landet__total.regnskab__udgift_pr_indbygger__landet_antal__in__regnskab__udgift_pr_indbygger__landet__total AS regnskab__udgift_pr_indbygger__landet_antal__in__regnskab__udgift_pr_indbygger__landet__total
  FROM (
    SELECT
      facts.regnskab__region
    FROM (
      SELECT
        regnskab__region
      FROM (
        SELECT DISTINCT
          "regnskab.kommuner".region AS regnskab__region
        FROM demo.main.regnskab AS regnskab
        LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
          ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
        WHERE
          (
            regnskab.aar = $1 AND (
              regnskab.funktion = $2
            )
          )
      ) AS listed
      UNION ALL
      SELECT
        regnskab__region
      FROM (
        SELECT DISTINCT
          once.regnskab__region
        FROM demo.main.kommuner AS kommuner
        INNER JOIN (
          SELECT DISTINCT
            kommuner.region AS regnskab__region,
            kommuner.kommunekode AS kommuner__key_0
          FROM demo.main.kommuner AS kommuner
          LEFT JOIN demo.main.regnskab AS "kommuner.<regnskab.kommuner"
            ON "kommuner.<regnskab.kommuner".kommunekode = kommuner.kommunekode
          WHERE
            (
              "kommuner.<regnskab.kommuner".aar = $1
              AND (
                "kommuner.<regnskab.kommuner".funktion = $2
              )
            )
        ) AS once
          ON once.kommuner__key_0 = kommuner.kommunekode
      ) AS listed
      UNION ALL
      SELECT
        regnskab__region
      FROM (
        SELECT DISTINCT
          "regnskab.kommuner".region AS regnskab__region
        FROM demo.main.regnskab AS regnskab
        LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
          ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
        WHERE
          (
            regnskab.aar = $1 AND (
              regnskab.funktion = $2
            )
          )
      ) AS listed
    ) AS facts
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      "regnskab.kommuner".region AS regnskab__region,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region
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
          NOT "regnskab.kommuner".region IS NULL
        )
      )
    GROUP BY
      1
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region
    ON facts.regnskab__region IS NOT DISTINCT FROM regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region.regnskab__region
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".region AS regnskab__region,
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      (
        indbyggere.aar = $1 AND (
          NOT "indbyggere.kommuner".region IS NULL
        )
      )
    GROUP BY
      1
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region
    ON facts.regnskab__region IS NOT DISTINCT FROM indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region.regnskab__region
  LEFT JOIN (
    SELECT
      kommuner.region AS regnskab__region,
      COUNT(*) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__region_medlemmer
    FROM demo.main.kommuner AS kommuner
    WHERE
      NOT kommuner.region IS NULL
    GROUP BY
      1
  ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__region_medlemmer
    ON facts.regnskab__region IS NOT DISTINCT FROM kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__region_medlemmer.regnskab__region
  CROSS JOIN (
    SELECT
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landet
    FROM demo.main.regnskab AS regnskab
    WHERE
      (
        regnskab.aar = $1 AND (
          regnskab.funktion = $2
        )
      )
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__landet
  CROSS JOIN (
    SELECT
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landet
    FROM demo.main.indbyggere AS indbyggere
    WHERE
      indbyggere.aar = $1
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__landet
  LEFT JOIN (
    SELECT
      regnskab__region,
      SUM(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__number
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
            regnskab.aar = $1
            AND (
              regnskab.funktion = $2
            )
            AND (
              NOT "regnskab.kommuner".region IS NULL
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
          (
            indbyggere.aar = $1 AND (
              NOT "indbyggere.kommuner".region IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS indbyggere__folketal
        ON facts.regnskab__region IS NOT DISTINCT FROM indbyggere__folketal.regnskab__region
        AND facts.member__regnskab__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__regnskab__kommunekode
    ) AS members
    GROUP BY
      1
  ) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total
    ON facts.regnskab__region IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__region__total.regnskab__region
  LEFT JOIN (
    SELECT
      regnskab__region,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__kommuner__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total
    FROM (
      SELECT
        facts.regnskab__region,
        facts.member__kommuner__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          "regnskab.kommuner".region AS regnskab__region,
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
              NOT "regnskab.kommuner".region IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS facts
      LEFT JOIN (
        SELECT
          "indbyggere.kommuner".region AS regnskab__region,
          indbyggere.kommunekode AS member__kommuner__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
          ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
        WHERE
          (
            indbyggere.aar = $1 AND (
              NOT "indbyggere.kommuner".region IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS indbyggere__folketal
        ON facts.regnskab__region IS NOT DISTINCT FROM indbyggere__folketal.regnskab__region
        AND facts.member__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__kommuner__kommunekode
    ) AS members
    GROUP BY
      1
  ) AS regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total
    ON facts.regnskab__region IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__region_antal__in__regnskab__udgift_pr_indbygger__region__total.regnskab__region
  CROSS JOIN (
    SELECT
      SUM(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__total,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__number
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
  ) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__landet__total
  CROSS JOIN (
    SELECT
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__kommuner__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger__landet_antal__in__regnskab__udgift_pr_indbygger__landet__total
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
            regnskab.aar = $1 AND (
              regnskab.funktion = $2
            )
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
          indbyggere.aar = $1
        GROUP BY
          1
      ) AS indbyggere__folketal
        ON facts.member__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__kommuner__kommunekode
    ) AS members
  ) AS regnskab__udgift_pr_indbygger__landet_antal__in__regnskab__udgift_pr_indbygger__landet__total
) AS core
ORDER BY
  regnskab__region ASC
LIMIT 10001
