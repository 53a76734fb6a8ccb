SELECT
  oekonomi__funktion AS "oekonomi.funktion",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(kontoregnskab__forbrug * 100 AS INT128) * 100
    ) * 10,
    CAST(kontobudget__korrigeret * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "oekonomi.forbrugsprocent_korrigeret",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(kontoregnskab__forbrug * 100 AS INT128) * 100
    ) * 10,
    CAST(kontobudget__oprindeligt * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "oekonomi.forbrugsprocent_oprindeligt",
  CAST(NEAREST_QUOTIENT(
    CAST(kontobudget__korrigeret * 100 AS INT128) - CAST(kontoregnskab__forbrug * 100 AS INT128),
    100
  ) AS DECIMAL(38, 0)) AS "oekonomi.rest_korrigeret",
  CAST(NEAREST_QUOTIENT(
    CAST(kontobudget__oprindeligt * 100 AS INT128) - CAST(kontoregnskab__forbrug * 100 AS INT128),
    100
  ) AS DECIMAL(38, 0)) AS "oekonomi.rest_oprindeligt"
FROM (
  SELECT
    facts.oekonomi__funktion,
    MAX(facts.kontoregnskab__forbrug) AS kontoregnskab__forbrug,
    MAX(facts.kontobudget__korrigeret) AS kontobudget__korrigeret,
    MAX(facts.kontobudget__oprindeligt) AS kontobudget__oprindeligt
  FROM (
    SELECT
      oekonomi__funktion,
      kontoregnskab__forbrug,
      NULL AS kontobudget__korrigeret,
      NULL AS kontobudget__oprindeligt
    FROM (
      SELECT
        kontoregnskab.funktion AS oekonomi__funktion,
        SUM(kontoregnskab.beloeb_kr) FILTER(WHERE
          kontoregnskab.dranst IN (1, 2) AND kontoregnskab.art <> 0) AS kontoregnskab__forbrug
      FROM demo.main.kontoregnskab AS kontoregnskab
      WHERE
        (
          kontoregnskab.aar = $1 AND (
            kontoregnskab.kommunekode = $2
          )
        )
      GROUP BY
        1
    ) AS kontoregnskab__forbrug
    UNION ALL
    SELECT
      oekonomi__funktion,
      NULL AS kontoregnskab__forbrug,
      kontobudget__korrigeret,
      kontobudget__oprindeligt
    FROM (
      SELECT
        kontobudget.funktion AS oekonomi__funktion,
        SUM(kontobudget.korrigeret_kr) FILTER(WHERE
          kontobudget.dranst IN (1, 2) AND kontobudget.art <> 0) AS kontobudget__korrigeret,
        SUM(kontobudget.oprindeligt_kr) FILTER(WHERE
          kontobudget.dranst IN (1, 2) AND kontobudget.art <> 0) AS kontobudget__oprindeligt
      FROM demo.main.kontobudget AS kontobudget
      WHERE
        (
          kontobudget.aar = $1 AND (
            kontobudget.kommunekode = $2
          )
        )
      GROUP BY
        1
    ) AS kontobudget__korrigeret
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  oekonomi__funktion ASC
LIMIT 10001
