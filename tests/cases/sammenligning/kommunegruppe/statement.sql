SELECT
  regnskab__kommunegruppe AS "regnskab.kommunegruppe",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__kommunegruppe * 100 AS INT128),
    CAST(indbyggere__folketal__in__regnskab__udgift_pr_indbygger__kommunegruppe AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger__kommunegruppe",
  CAST(NEAREST_QUOTIENT(
    CAST(REPLACE(
      CAST(CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total AS DECIMAL(38, 12)) AS TEXT),
      '.',
      ''
    ) AS INT128),
    CAST(regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__number AS INT128) * 100000000000
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger_snit__kommunegruppe",
  CAST(NEAREST_QUOTIENT(
    COALESCE(
      CAST(regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total AS INT128),
      0
    ),
    1
  ) AS DECIMAL(38, 0)) AS "regnskab.udgift_pr_indbygger__kommunegruppe_antal",
  CAST(kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__kommunegruppe_medlemmer AS BIGINT) AS "regnskab.udgift_pr_indbygger__kommunegruppe_medlemmer"
FROM (
  SELECT
    facts.regnskab__kommunegruppe,
    facts.regnskab__udgift_kr AS regnskab__udgift_kr,
    indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal,
    regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__kommunegruppe.regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__kommunegruppe AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__kommunegruppe,
    indbyggere__folketal__in__regnskab__udgift_pr_indbygger__kommunegruppe.indbyggere__folketal__in__regnskab__udgift_pr_indbygger__kommunegruppe AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__kommunegruppe,
    COALESCE(
      kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__kommunegruppe_medlemmer.kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__kommunegruppe_medlemmer,
      0
    ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__kommunegruppe_medlemmer,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total,
    regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total.regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__number AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__number,
    regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total.regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total AS regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total
  FROM (
    SELECT
      "regnskab.kommuner".kommunegruppe AS regnskab__kommunegruppe,
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
          "regnskab.kommuner".region = $3
        )
      )
    GROUP BY
      1
  ) AS facts
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".kommunegruppe AS regnskab__kommunegruppe,
      SUM(indbyggere.folketal) AS indbyggere__folketal
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      (
        indbyggere.aar = $1 AND (
          "indbyggere.kommuner".region = $3
        )
      )
    GROUP BY
      1
  ) AS indbyggere__folketal
    ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM indbyggere__folketal.regnskab__kommunegruppe
  LEFT JOIN (
    SELECT
      "regnskab.kommuner".kommunegruppe AS regnskab__kommunegruppe,
      SUM(regnskab.udgift_kr) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__kommunegruppe
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
          NOT "regnskab.kommuner".kommunegruppe IS NULL
        )
      )
    GROUP BY
      1
  ) AS regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__kommunegruppe
    ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM regnskab__udgift_kr__in__regnskab__udgift_pr_indbygger__kommunegruppe.regnskab__kommunegruppe
  LEFT JOIN (
    SELECT
      "indbyggere.kommuner".kommunegruppe AS regnskab__kommunegruppe,
      SUM(indbyggere.folketal) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__kommunegruppe
    FROM demo.main.indbyggere AS indbyggere
    LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
      ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
    WHERE
      (
        indbyggere.aar = $1 AND (
          NOT "indbyggere.kommuner".kommunegruppe IS NULL
        )
      )
    GROUP BY
      1
  ) AS indbyggere__folketal__in__regnskab__udgift_pr_indbygger__kommunegruppe
    ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM indbyggere__folketal__in__regnskab__udgift_pr_indbygger__kommunegruppe.regnskab__kommunegruppe
  LEFT JOIN (
    SELECT
      kommuner.kommunegruppe AS regnskab__kommunegruppe,
      COUNT(*) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__kommunegruppe_medlemmer
    FROM demo.main.kommuner AS kommuner
    WHERE
      NOT kommuner.kommunegruppe IS NULL
    GROUP BY
      1
  ) AS kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__kommunegruppe_medlemmer
    ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM kommuner__antal_kommuner__in__regnskab__udgift_pr_indbygger__kommunegruppe_medlemmer.regnskab__kommunegruppe
  LEFT JOIN (
    SELECT
      regnskab__kommunegruppe,
      SUM(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__regnskab__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__number
    FROM (
      SELECT
        facts.regnskab__kommunegruppe,
        facts.member__regnskab__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          "regnskab.kommuner".kommunegruppe AS regnskab__kommunegruppe,
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
              NOT "regnskab.kommuner".kommunegruppe IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS facts
      LEFT JOIN (
        SELECT
          "indbyggere.kommuner".kommunegruppe AS regnskab__kommunegruppe,
          indbyggere.kommunekode AS member__regnskab__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
          ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
        WHERE
          (
            indbyggere.aar = $1 AND (
              NOT "indbyggere.kommuner".kommunegruppe IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS indbyggere__folketal
        ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM indbyggere__folketal.regnskab__kommunegruppe
        AND facts.member__regnskab__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__regnskab__kommunekode
    ) AS members
    GROUP BY
      1
  ) AS regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total
    ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger_snit__in__regnskab__udgift_pr_indbygger_snit__kommunegruppe__total.regnskab__kommunegruppe
  LEFT JOIN (
    SELECT
      regnskab__kommunegruppe,
      COUNT(
        CAST(NEAREST_QUOTIENT(
          CAST(regnskab__udgift_kr * 100 AS INT128) * 10000000000,
          CAST(indbyggere__folketal AS INT128)
        ) AS DECIMAL(38, 0)) * 0.000000000001
      ) FILTER(WHERE
        NOT member__kommuner__kommunekode IS NULL) AS regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total
    FROM (
      SELECT
        facts.regnskab__kommunegruppe,
        facts.member__kommuner__kommunekode,
        facts.regnskab__udgift_kr AS regnskab__udgift_kr,
        indbyggere__folketal.indbyggere__folketal AS indbyggere__folketal
      FROM (
        SELECT
          "regnskab.kommuner".kommunegruppe AS regnskab__kommunegruppe,
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
              NOT "regnskab.kommuner".kommunegruppe IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS facts
      LEFT JOIN (
        SELECT
          "indbyggere.kommuner".kommunegruppe AS regnskab__kommunegruppe,
          indbyggere.kommunekode AS member__kommuner__kommunekode,
          SUM(indbyggere.folketal) AS indbyggere__folketal
        FROM demo.main.indbyggere AS indbyggere
        LEFT JOIN demo.main.kommuner AS "indbyggere.kommuner"
          ON indbyggere.kommunekode = "indbyggere.kommuner".kommunekode
        WHERE
          (
            indbyggere.aar = $1 AND (
              NOT "indbyggere.kommuner".kommunegruppe IS NULL
            )
          )
        GROUP BY
          1,
          2
      ) AS indbyggere__folketal
        ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM indbyggere__folketal.regnskab__kommunegruppe
        AND facts.member__kommuner__kommunekode IS NOT DISTINCT FROM indbyggere__folketal.member__kommuner__kommunekode
    ) AS members
    GROUP BY
      1
  ) AS regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total
    ON facts.regnskab__kommunegruppe IS NOT DISTINCT FROM regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total.regnskab__kommunegruppe
) AS core
ORDER BY
  COALESCE(
    regnskab__udgift_pr_indbygger__kommunegruppe_antal__in__regnskab__udgift_pr_indbygger__kommunegruppe__total,
    0
  ) ASC,
  CASE regnskab__kommunegruppe
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
  regnskab__kommunegruppe ASC
LIMIT 10001
