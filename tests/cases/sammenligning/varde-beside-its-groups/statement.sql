SELECT
  regnskab__aar AS "regnskab.aar",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__region",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(regnskab__udgift_kr * 100 AS INT128) * CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS INT128)
    ) - (
      CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region * 100 AS INT128) * CAST(indbyggere__folketal AS INT128)
    ),
    (
      CAST(indbyggere__folketal AS INT128) * CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS INT128)
    ) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__region_afvigelse",
  CAST(NEAREST_QUOTIENT(
    CASE
      WHEN CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS INT128) <> 0
      THEN (
        (
          CAST(regnskab__udgift_kr * 100 AS INT128) * CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS INT128)
        ) - (
          CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region * 100 AS INT128) * CAST(indbyggere__folketal AS INT128)
        )
      ) * 100
    END * 10,
    CAST(indbyggere__folketal AS INT128) * CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__region_afvigelse_pct",
  CAST(regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total AS BIGINT) AS "regnskab.udgift_pr_indbygger__region_rang",
  CAST(regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total AS BIGINT) AS "regnskab.udgift_pr_indbygger__landet_rang",
  CASE
    WHEN indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region = 0
    AND NOT regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region IS NULL
    THEN 'nul_naevner'
    WHEN (
      (
        CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region AS DOUBLE) / NULLIF(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region, 0)
      )
    ) IS NULL
    THEN 'mangler'
    ELSE 'normal'
  END AS "regnskab.udgift_pr_indbygger__region__status"
FROM (
  SELECT
    facts.regnskab__aar,
    facts.of__kommuner__region,
    facts.of__kommuner__kommunekode,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal,
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region.indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region,
    regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total.regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total AS regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total,
    regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total.regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total AS regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total
  FROM (
    SELECT
      regnskab.aar AS regnskab__aar,
      "regnskab.kommuner".region AS of__kommuner__region,
      regnskab.kommunekode AS of__kommuner__kommunekode,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
    FROM demo.main.regnskab AS regnskab
    LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
      ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
    WHERE
      (
        "regnskab.kommuner".kommune = $1 AND (
          regnskab.funktion = $2
        )
      )
    GROUP BY
      1,
      2,
      3
  ) AS facts
  LEFT JOIN (
    SELECT
      indbyggere.aar AS regnskab__aar,
      "indbyggere.kommuner".region AS of__kommuner__region,
      indbyggere.kommunekode AS of__kommuner__kommunekode,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      "indbyggere.kommuner".kommune = $1
    GROUP BY
      1,
      2,
      3
  ) AS indbyggere__folketal
    ON facts.regnskab__aar IS NOT DISTINCT FROM indbyggere__folketal.regnskab__aar
    AND facts.of__kommuner__region IS NOT DISTINCT FROM indbyggere__folketal.of__kommuner__region
    AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.of__kommuner__kommunekode
  LEFT JOIN (
    SELECT
      regnskab.aar AS regnskab__aar,
      "regnskab.kommuner".region AS of__kommuner__region,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region
    FROM demo.main.regnskab AS regnskab
    LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
      ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
    WHERE
      (
        regnskab.funktion = $2 AND (
          NOT "regnskab.kommuner".region IS NULL
        )
      )
    GROUP BY
      1,
      2
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region
    ON facts.regnskab__aar IS NOT DISTINCT FROM regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region.regnskab__aar
    AND facts.of__kommuner__region IS NOT DISTINCT FROM regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      indbyggere.aar AS regnskab__aar,
      "indbyggere.kommuner".region AS of__kommuner__region,
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      NOT "indbyggere.kommuner".region IS NULL
    GROUP BY
      1,
      2
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region
    ON facts.regnskab__aar IS NOT DISTINCT FROM indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region.regnskab__aar
    AND facts.of__kommuner__region IS NOT DISTINCT FROM indbyggere__folketal__in__regnskab__udgift_pr_indbygger__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      regnskab__aar,
      of__kommuner__region,
      of__kommuner__kommunekode,
      RANK() OVER (
        PARTITION BY regnskab__aar, of__kommuner__region
        ORDER BY CAST(CAST(regnskab__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indbyggere__folketal AS INT128), 0) AS DOUBLE) DESC
      ) AS regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total
    FROM (
      SELECT
        facts.regnskab__aar,
        facts.of__kommuner__region,
        facts.of__kommuner__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          regnskab.aar AS regnskab__aar,
          "regnskab.kommuner".region AS of__kommuner__region,
          regnskab.kommunekode AS of__kommuner__kommunekode,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        LEFT JOIN demo.main.kommuner AS "regnskab.kommuner"
          ON regnskab.kommunekode = "regnskab.kommuner".kommunekode
        WHERE
          (
            regnskab.funktion = $2 AND (
              NOT "regnskab.kommuner".region IS NULL
            )
          )
        GROUP BY
          1,
          2,
          3
      ) AS facts
      LEFT JOIN (
        SELECT
          indbyggere.aar AS regnskab__aar,
          "indbyggere.kommuner".region AS of__kommuner__region,
          indbyggere.kommunekode AS of__kommuner__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
          ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
        WHERE
          NOT "indbyggere.kommuner".region IS NULL
        GROUP BY
          1,
          2,
          3
      ) AS indbyggere__folketal
        ON facts.regnskab__aar IS NOT DISTINCT FROM indbyggere__folketal.regnskab__aar
        AND facts.of__kommuner__region IS NOT DISTINCT FROM indbyggere__folketal.of__kommuner__region
        AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.of__kommuner__kommunekode
    ) AS members
    WHERE
      NOT of__kommuner__kommunekode IS NULL
      AND NOT (
        CAST(CAST(regnskab__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indbyggere__folketal AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total
    ON facts.regnskab__aar IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total.regnskab__aar
    AND facts.of__kommuner__region IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total.of__kommuner__region
    AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__region_rang__in__regnskab__udgift_pr_indbygger__region__total.of__kommuner__kommunekode
  LEFT JOIN (
    SELECT
      regnskab__aar,
      of__kommuner__kommunekode,
      RANK() OVER (
        PARTITION BY regnskab__aar
        ORDER BY CAST(CAST(regnskab__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indbyggere__folketal AS INT128), 0) AS DOUBLE) DESC
      ) AS regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total
    FROM (
      SELECT
        facts.regnskab__aar,
        facts.of__kommuner__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          regnskab.aar AS regnskab__aar,
          regnskab.kommunekode AS of__kommuner__kommunekode,
          SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
        FROM demo.main.regnskab AS regnskab
        WHERE
          regnskab.funktion = $2
        GROUP BY
          1,
          2
      ) AS facts
      LEFT JOIN (
        SELECT
          indbyggere.aar AS regnskab__aar,
          indbyggere.kommunekode AS of__kommuner__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        GROUP BY
          1,
          2
      ) AS indbyggere__folketal
        ON facts.regnskab__aar IS NOT DISTINCT FROM indbyggere__folketal.regnskab__aar
        AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.of__kommuner__kommunekode
    ) AS members
    WHERE
      NOT of__kommuner__kommunekode IS NULL
      AND NOT (
        CAST(CAST(regnskab__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(indbyggere__folketal AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total
    ON facts.regnskab__aar IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total.regnskab__aar
    AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__landet_rang__in__regnskab__udgift_pr_indbygger__landet__total.of__kommuner__kommunekode
) AS core
ORDER BY
  regnskab__aar ASC
LIMIT 10001
