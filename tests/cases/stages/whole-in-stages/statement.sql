SELECT
  udgift__funktion AS "udgift.funktion",
  udgift__aar AS "udgift.aar",
  CAST(udgift__beloeb AS DECIMAL(38, 2)) AS "udgift.beloeb",
  CAST(udgift__beloeb__in__udgift__landets_alle_funktioner__in__udgift__alle_funktioner AS DECIMAL(38, 2)) AS "udgift.landets_alle_funktioner",
  CAST(udgift__beloeb__in__udgift__alle_funktioners_land__in__udgift__landets_beloeb AS DECIMAL(38, 2)) AS "udgift.alle_funktioners_land",
  CAST(udgift__beloeb__in__udgift__alle_funktioner AS DECIMAL(38, 2)) AS "udgift.alle_funktioner"
FROM (
  SELECT
    facts.udgift__funktion,
    facts.udgift__aar,
    facts.udgift__beloeb AS udgift__beloeb,
    udgift__beloeb__in__udgift__landets_alle_funktioner__in__udgift__alle_funktioner.udgift__beloeb__in__udgift__landets_alle_funktioner__in__udgift__alle_funktioner AS udgift__beloeb__in__udgift__landets_alle_funktioner__in__udgift__alle_funktioner,
    udgift__beloeb__in__udgift__alle_funktioners_land__in__udgift__landets_beloeb.udgift__beloeb__in__udgift__alle_funktioners_land__in__udgift__landets_beloeb AS udgift__beloeb__in__udgift__alle_funktioners_land__in__udgift__landets_beloeb,
    udgift__beloeb__in__udgift__alle_funktioner.udgift__beloeb__in__udgift__alle_funktioner AS udgift__beloeb__in__udgift__alle_funktioner
  FROM (
    SELECT
      udgift.funktion AS udgift__funktion,
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.kommune = $1
        AND udgift.funktion IN ($2, $3)
        AND (
          NOT udgift.aar IS NULL
        )
      )
    GROUP BY
      1,
      2
  ) AS facts
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__landets_alle_funktioner__in__udgift__alle_funktioner
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.funktion IN ($2, $3) AND (
          NOT udgift.aar IS NULL
        )
      )
    GROUP BY
      1
  ) AS udgift__beloeb__in__udgift__landets_alle_funktioner__in__udgift__alle_funktioner
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__landets_alle_funktioner__in__udgift__alle_funktioner.udgift__aar
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__alle_funktioners_land__in__udgift__landets_beloeb
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.funktion IN ($2, $3) AND (
          NOT udgift.aar IS NULL
        )
      )
    GROUP BY
      1
  ) AS udgift__beloeb__in__udgift__alle_funktioners_land__in__udgift__landets_beloeb
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__alle_funktioners_land__in__udgift__landets_beloeb.udgift__aar
  LEFT JOIN (
    SELECT
      udgift.aar AS udgift__aar,
      SUM(udgift.beloeb) AS udgift__beloeb__in__udgift__alle_funktioner
    FROM demo.main.udgift AS udgift
    WHERE
      (
        udgift.kommune = $1
        AND udgift.funktion IN ($2, $3)
        AND (
          NOT udgift.aar IS NULL
        )
      )
    GROUP BY
      1
  ) AS udgift__beloeb__in__udgift__alle_funktioner
    ON facts.udgift__aar IS NOT DISTINCT FROM udgift__beloeb__in__udgift__alle_funktioner.udgift__aar
) AS core
ORDER BY
  udgift__funktion ASC,
  udgift__aar ASC
LIMIT 10001
