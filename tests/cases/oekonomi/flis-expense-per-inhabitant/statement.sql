SELECT
  oekonomi__kommunegruppe AS "oekonomi.kommunegruppe",
  CAST(NEAREST_QUOTIENT(
    CAST(kontoregnskab__forbrug_05 * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "oekonomi.udgift_05_pr_borger"
FROM (
  SELECT
    facts.oekonomi__kommunegruppe,
    MAX(facts.kontoregnskab__forbrug_05) AS kontoregnskab__forbrug_05,
    MAX(facts.indbyggere__folketal) AS indbyggere__folketal
  FROM (
    SELECT
      oekonomi__kommunegruppe,
      kontoregnskab__forbrug_05,
      NULL AS indbyggere__folketal
    FROM (
      SELECT
        "kontoregnskab.kommuner".kommunegruppe AS oekonomi__kommunegruppe,
        SUM(kontoregnskab.beloeb_kr) FILTER(WHERE
          kontoregnskab.dranst IN (1, 2)
          AND kontoregnskab.art <> 0
          AND kontoregnskab.hovedkonto = '05') AS kontoregnskab__forbrug_05
      FROM demo.main.kontoregnskab AS kontoregnskab
      LEFT JOIN demo.main.kommuner AS "kontoregnskab.kommuner"
        ON kontoregnskab.kommunekode = "kontoregnskab.kommuner".kommunekode
      WHERE
        kontoregnskab.aar = $1
      GROUP BY
        1
    ) AS kontoregnskab__forbrug_05
    UNION ALL
    SELECT
      oekonomi__kommunegruppe,
      NULL AS kontoregnskab__forbrug_05,
      indbyggere__folketal
    FROM (
      SELECT
        "indbyggere.kommuner".kommunegruppe AS oekonomi__kommunegruppe,
        SUM(indbyggere.folketal) AS indbyggere__folketal
      FROM demo.main.indbyggere AS indbyggere
      LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
        ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
      WHERE
        indbyggere.aar = $1
      GROUP BY
        1
    ) AS indbyggere__folketal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  CASE oekonomi__kommunegruppe
    WHEN 'Hovedstadskommuner'
    THEN 0
    WHEN 'Storbykommuner'
    THEN 1
    WHEN 'Provinsbykommuner'
    THEN 2
    WHEN 'Oplandskommuner'
    THEN 3
    WHEN 'Landkommuner'
    THEN 4
  END ASC,
  oekonomi__kommunegruppe ASC
LIMIT 10001
