SELECT
  oekonomi__maaned__month AS "oekonomi.maaned.month",
  CAST(ROUND(kontoregnskab__overfoerselsudgift, 0) AS DECIMAL(38, 0)) AS "oekonomi.overfoerselsudgift",
  CAST(NEAREST_QUOTIENT(
    CAST(kontoregnskab__overfoerselsudgift * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "oekonomi.overfoerselsudgift_pr_borger",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(kontoregnskab__overfoerselsudgift * 100 AS INT128) * 100
    ) * 10,
    CAST(kontobudget__korrigeret_overfoersel * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "oekonomi.forbrugsprocent_overfoersel"
FROM (
  SELECT
    facts.oekonomi__maaned__month,
    facts.kontoregnskab__overfoerselsudgift AS kontoregnskab__overfoerselsudgift,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal,
    kontobudget__korrigeret_overfoersel.kontobudget__korrigeret_overfoersel AS kontobudget__korrigeret_overfoersel
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', kontoregnskab.maaned) AS DATE) AS oekonomi__maaned__month,
      SUM(kontoregnskab.beloeb_kr) FILTER(WHERE
        kontoregnskab.dranst IN (1, 2)
        AND kontoregnskab.art <> 0
        AND kontoregnskab.overfoersel) AS kontoregnskab__overfoerselsudgift
    FROM demo.main.kontoregnskab AS kontoregnskab
    WHERE
      (
        kontoregnskab.aar = $1
        AND (
          kontoregnskab.maaned >= $2
        )
        AND (
          kontoregnskab.maaned < $3
        )
      )
    GROUP BY
      1
  ) AS facts
  CROSS JOIN (
    SELECT
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    WHERE
      indbyggere.aar = $1
  ) AS indbyggere__folketal
  CROSS JOIN (
    SELECT
      SUM(kontobudget.korrigeret_kr) FILTER(WHERE
        kontobudget.dranst IN (1, 2) AND kontobudget.art <> 0 AND kontobudget.overfoersel) AS kontobudget__korrigeret_overfoersel
    FROM demo.main.kontobudget AS kontobudget
    WHERE
      kontobudget.aar = $1
  ) AS kontobudget__korrigeret_overfoersel
) AS core
ORDER BY
  oekonomi__maaned__month ASC
LIMIT 10001
