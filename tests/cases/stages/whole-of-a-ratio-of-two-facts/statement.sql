SELECT
  udgift__aar AS "udgift.aar",
  CAST(NEAREST_QUOTIENT(CAST(udgift__beloeb * 100 AS INT128), CAST(folk__personer AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "udgift.pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(udgift__beloeb__in__udgift__landets_pr_indbygger * 100 AS INT128),
    CAST(folk__personer__in__udgift__landets_pr_indbygger AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "udgift.landets_pr_indbygger"
FROM (
  SELECT
    facts.udgift__aar,
    facts.udgift__beloeb AS udgift__beloeb,
    folk__personer.folk__personer AS folk__personer,
    udgift__beloeb__in__udgift__landets_pr_indbygger.udgift__beloeb__in__udgift__landets_pr_indbygger AS udgift__beloeb__in__udgift__landets_pr_indbygger,
    folk__personer__in__udgift__landets_pr_indbygger.folk__personer__in__udgift__landets_pr_indbygger AS folk__personer__in__udgift__landets_pr_indbygger
  FROM (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.kommune = $1
        AND (
          udgift.funktion = $2
        )
        AND (
          NOT udgift.aar IS NULL
        )
      )
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      folk.aar AS udgift__aar,
      SUM(folk.personer) AS folk__personer
    FROM demo.main.folk AS folk
    WHERE
      (
        folk.kommune = $1 AND (
          NOT folk.aar IS NULL
        )
      )
    GROUP BY
      1
  ) AS folk__personer
    ON facts.udgift__aar IS NOT DISTINCT FROM folk__personer.udgift__aar
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_pr_indbygger
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.funktion = $2 AND (
          NOT udgift.aar IS NULL
        )
      )
    GROUP BY
      1
  ) AS udgift__beloeb__in__udgift__landets_pr_indbygger
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_pr_indbygger.udgift__aar
  LEFT JOIN (
    SELECT
      folk.aar AS udgift__aar,
      SUM(folk.personer) AS folk__personer__in__udgift__landets_pr_indbygger
    FROM demo.main.folk AS folk
    WHERE
      NOT folk.aar IS NULL
    GROUP BY
      1
  ) AS folk__personer__in__udgift__landets_pr_indbygger
    ON facts.udgift__aar IS NOT DISTINCT FROM folk__personer__in__udgift__landets_pr_indbygger.udgift__aar
) AS core
ORDER BY
  udgift__aar ASC
LIMIT 10001
