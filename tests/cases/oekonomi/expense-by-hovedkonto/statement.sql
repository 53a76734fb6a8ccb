SELECT
  oekonomi__hovedkonto AS "oekonomi.hovedkonto",
  CAST(NEAREST_QUOTIENT(CAST(kontoregnskab__forbrug * 100 AS INT128), CAST(indbyggere__folketal AS INT128)) AS DECIMAL(38, 0)) * 0.01 AS "oekonomi.udgift_pr_borger"
FROM (
  SELECT
    facts.oekonomi__hovedkonto,
    facts.kontoregnskab__forbrug AS kontoregnskab__forbrug,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
  FROM (
    SELECT
      kontoregnskab.hovedkonto AS oekonomi__hovedkonto,
      SUM(kontoregnskab.beloeb_kr) FILTER(WHERE
        kontoregnskab.dranst IN (1, 2) AND kontoregnskab.art <> 0) AS kontoregnskab__forbrug
    FROM demo.main.kontoregnskab AS kontoregnskab
    LEFT JOIN demo.main.kommuner AS "kontoregnskab.kommuner"
      ON kontoregnskab.kommunekode = "kontoregnskab.kommuner".kommunekode
    WHERE
      (
        kontoregnskab.aar = $1 AND (
          "kontoregnskab.kommuner".kommune = $2
        )
      )
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      (
        indbyggere.aar = $1 AND (
          "indbyggere.kommuner".kommune = $2
        )
      )
  ) AS indbyggere__folketal
) AS core
ORDER BY
  oekonomi__hovedkonto ASC
LIMIT 10001
