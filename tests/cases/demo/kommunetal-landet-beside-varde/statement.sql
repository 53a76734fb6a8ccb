SELECT
  kommunetal__funktion AS "kommunetal.funktion",
  CAST(NEAREST_QUOTIENT(
    CAST(kommunetal__udgift_kr * 100 AS INT128) * 10,
    CAST(kommunetal__helaarsmodtagere * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "kommunetal.udgift_pr_helaarsmodtager",
  CAST(NEAREST_QUOTIENT(
    CAST(kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet * 100 AS INT128) * 10,
    CAST(kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager_landet * 1000 AS INT128)
  ) AS DECIMAL(38, 0)) AS "kommunetal.udgift_pr_helaarsmodtager_landet",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(kommunetal__udgift_kr * 100 AS INT128) * 100
    ) * 100,
    CAST(kommunetal__udgift_kr__in__kommunetal__udgift_kr_landet * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "kommunetal.udgift_kr_andel_af_landet"
FROM (
  SELECT
    facts.kommunetal__funktion,
    facts.kommunetal__udgift_kr AS kommunetal__udgift_kr,
    facts.kommunetal__helaarsmodtagere AS kommunetal__helaarsmodtagere,
    kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet.kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet,
    kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet.kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager_landet AS kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager_landet,
    kommunetal__udgift_kr__in__kommunetal__udgift_kr_landet.kommunetal__udgift_kr__in__kommunetal__udgift_kr_landet AS kommunetal__udgift_kr__in__kommunetal__udgift_kr_landet
  FROM (
    SELECT
      kommunetal.funktion AS kommunetal__funktion,
      SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr,
      SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere
    FROM demo.main.kommunetal AS kommunetal
    LEFT JOIN demo.main.kommuner AS "kommunetal.kommuner"
      ON kommunetal.kommunekode = "kommunetal.kommuner".kommunekode
    WHERE
      (
        "kommunetal.kommuner".kommune = $1
        AND kommunetal.funktion IN ($2, $3)
        AND (
          kommunetal.maaned >= $4
        )
        AND (
          kommunetal.maaned < $5
        )
      )
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      kommunetal.funktion AS kommunetal__funktion,
      SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet,
      SUM(kommunetal.helaarsmodtagere) AS kommunetal__helaarsmodtagere__in__kommunetal__udgift_pr_helaarsmodtager_landet
    FROM demo.main.kommunetal AS kommunetal
    WHERE
      (
        kommunetal.funktion IN ($2, $3)
        AND (
          kommunetal.maaned >= $4
        )
        AND (
          kommunetal.maaned < $5
        )
      )
    GROUP BY
      1
  ) AS kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet
    ON facts.kommunetal__funktion IS NOT DISTINCT FROM kommunetal__udgift_kr__in__kommunetal__udgift_pr_helaarsmodtager_landet.kommunetal__funktion
  LEFT JOIN (
    SELECT
      kommunetal.funktion AS kommunetal__funktion,
      SUM(kommunetal.udgift_kr) AS kommunetal__udgift_kr__in__kommunetal__udgift_kr_landet
    FROM demo.main.kommunetal AS kommunetal
    WHERE
      (
        kommunetal.funktion IN ($2, $3)
        AND (
          kommunetal.maaned >= $4
        )
        AND (
          kommunetal.maaned < $5
        )
      )
    GROUP BY
      1
  ) AS kommunetal__udgift_kr__in__kommunetal__udgift_kr_landet
    ON facts.kommunetal__funktion IS NOT DISTINCT FROM kommunetal__udgift_kr__in__kommunetal__udgift_kr_landet.kommunetal__funktion
) AS core
ORDER BY
  kommunetal__funktion ASC
LIMIT 10001
