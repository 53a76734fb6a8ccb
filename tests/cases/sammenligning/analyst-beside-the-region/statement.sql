SELECT
  kommunetal__funktion AS "kommunetal.funktion",
  CAST(NEAREST_QUOTIENT(
    CAST(kommunetal__udgift_kr * 100 AS INT128) * 10,
    CAST(kommunetal__helaarsmodtagere * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "kommunetal.udgift_pr_helaarsmodtager",
  CAST(NEAREST_QUOTIENT(
    CAST(kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region * 100 AS INT128) * 10,
    CAST(kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__region * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "kommunetal.udgift_pr_helaarsmodtager__region",
  CAST(kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total AS BIGINT) AS "kommunetal.udgift_pr_helaarsmodtager__region_rang",
  CAST(NEAREST_QUOTIENT(
    CAST(kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe * 100 AS INT128) * 10,
    CAST(kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "kommunetal.udgift_pr_helaarsmodtager__kommunegruppe",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "kommunetal.udgift_pr_helaarsmodtager__kommunegruppe_antal"
FROM (
  SELECT
    facts.kommunetal__funktion,
    facts.of__kommuner__region,
    facts.of__kommuner__kommunegruppe,
    facts.of__kommuner__kommunekode,
    facts.kommunetal__udgift_kr AS kommunetal__udgift_kr,
    facts.kommunetal__helaarsmodtagere AS kommunetal__helaarsmodtagere,
    kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region.kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region,
    kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region.kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__region AS kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__region,
    kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe.kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe,
    kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe.kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe AS kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe,
    kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total.kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total AS kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total,
    kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total.kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total AS kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total
  FROM (
    SELECT
      kommunetal.funktion AS kommunetal__funktion,
      "kommunetal.kommuner".region AS of__kommuner__region,
      "kommunetal.kommuner".kommunegruppe AS of__kommuner__kommunegruppe,
      kommunetal.kommunekode AS of__kommuner__kommunekode,
      SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr,
      SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere
    FROM demo.main.kommunetal AS kommunetal
    LEFT JOIN demo.main.kommuner AS "kommunetal.kommuner"
      ON kommunetal.kommunekode = "kommunetal.kommuner".kommunekode
    WHERE
      (
        "kommunetal.kommuner".kommune = $1
        AND (
          kommunetal.maaned >= $2
        )
        AND (
          kommunetal.maaned < $3
        )
      )
    GROUP BY
      1,
      2,
      3,
      4
  ) AS facts
  LEFT JOIN (
    SELECT
      kommunetal.funktion AS kommunetal__funktion,
      "kommunetal.kommuner".region AS of__kommuner__region,
      SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region,
      SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__region
    FROM demo.main.kommunetal AS kommunetal
    LEFT JOIN demo.main.kommuner AS "kommunetal.kommuner"
      ON kommunetal.kommunekode = "kommunetal.kommuner".kommunekode
    WHERE
      (
        kommunetal.maaned >= $2
        AND (
          kommunetal.maaned < $3
        )
        AND (
          NOT "kommunetal.kommuner".region IS NULL
        )
      )
    GROUP BY
      1,
      2
  ) AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region
    ON facts.kommunetal__funktion IS NOT DISTINCT FROM kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region.kommunetal__funktion
    AND facts.of__kommuner__region IS NOT DISTINCT FROM kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__region.of__kommuner__region
  LEFT JOIN (
    SELECT
      kommunetal.funktion AS kommunetal__funktion,
      "kommunetal.kommuner".kommunegruppe AS of__kommuner__kommunegruppe,
      SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe,
      SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe
    FROM demo.main.kommunetal AS kommunetal
    LEFT JOIN demo.main.kommuner AS "kommunetal.kommuner"
      ON kommunetal.kommunekode = "kommunetal.kommuner".kommunekode
    WHERE
      (
        kommunetal.maaned >= $2
        AND (
          kommunetal.maaned < $3
        )
        AND (
          NOT "kommunetal.kommuner".kommunegruppe IS NULL
        )
      )
    GROUP BY
      1,
      2
  ) AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe
    ON facts.kommunetal__funktion IS NOT DISTINCT FROM kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe.kommunetal__funktion
    AND facts.of__kommuner__kommunegruppe IS NOT DISTINCT FROM kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe.of__kommuner__kommunegruppe
  LEFT JOIN (
    SELECT
      kommunetal__funktion,
      of__kommuner__region,
      of__kommuner__kommunekode,
      RANK() OVER (
        PARTITION BY kommunetal__funktion, of__kommuner__region
        ORDER BY CAST(CAST(kommunetal__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(kommunetal__helaarsmodtagere * 1000 AS INT128), 0) AS DOUBLE) DESC
      ) AS kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total
    FROM (
      SELECT
        kommunetal.funktion AS kommunetal__funktion,
        "kommunetal.kommuner".region AS of__kommuner__region,
        kommunetal.kommunekode AS of__kommuner__kommunekode,
        SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr,
        SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere
      FROM demo.main.kommunetal AS kommunetal
      LEFT JOIN demo.main.kommuner AS "kommunetal.kommuner"
        ON kommunetal.kommunekode = "kommunetal.kommuner".kommunekode
      WHERE
        (
          kommunetal.maaned >= $2
          AND (
            kommunetal.maaned < $3
          )
          AND (
            NOT "kommunetal.kommuner".region IS NULL
          )
        )
      GROUP BY
        1,
        2,
        3
    ) AS members
    WHERE
      NOT of__kommuner__kommunekode IS NULL
      AND NOT (
        CAST(CAST(kommunetal__udgift_kr * 100 AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(kommunetal__helaarsmodtagere * 1000 AS INT128), 0) AS DOUBLE)
      ) IS NULL
  ) AS kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total
    ON facts.kommunetal__funktion IS NOT DISTINCT FROM kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total.kommunetal__funktion
    AND facts.of__kommuner__region IS NOT DISTINCT FROM kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total.of__kommuner__region
    AND facts.of__kommuner__kommunekode IS NOT DISTINCT FROM kommunetal__udgift_pr_helaarsmodtager__region_rang__in__kommunetal__udgift_pr_helaarsmodtager__region__total.of__kommuner__kommunekode
  LEFT JOIN (
    SELECT
      kommunetal__funktion,
      of__kommuner__kommunegruppe,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(kommunetal__udgift_kr * 100 AS INT128) * 10000000000000,
          CAST(kommunetal__helaarsmodtagere * 1000 AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__kommuner__kommunekode IS NULL) AS kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total
    FROM (
      SELECT
        kommunetal.funktion AS kommunetal__funktion,
        "kommunetal.kommuner".kommunegruppe AS of__kommuner__kommunegruppe,
        kommunetal.kommunekode AS member__kommuner__kommunekode,
        SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr,
        SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere
      FROM demo.main.kommunetal AS kommunetal
      LEFT JOIN demo.main.kommuner AS "kommunetal.kommuner"
        ON kommunetal.kommunekode = "kommunetal.kommuner".kommunekode
      WHERE
        (
          kommunetal.maaned >= $2
          AND (
            kommunetal.maaned < $3
          )
          AND (
            NOT "kommunetal.kommuner".kommunegruppe IS NULL
          )
        )
      GROUP BY
        1,
        2,
        3
    ) AS members
    GROUP BY
      1,
      2
  ) AS kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total
    ON facts.kommunetal__funktion IS NOT DISTINCT FROM kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total.kommunetal__funktion
    AND facts.of__kommuner__kommunegruppe IS NOT DISTINCT FROM kommunetal__udgift_pr_helaarsmodtager__kommunegruppe_antal__in__kommunetal__udgift_pr_helaarsmodtager__kommunegruppe__total.of__kommuner__kommunegruppe
) AS core
ORDER BY
  kommunetal__funktion ASC
LIMIT 10001
