SELECT
  regnskab__region_2027 AS "regnskab.region_2027",
  CAST(ROUND(regnskab__udgift_kr, 0) AS DECIMAL(38, 0)) AS "regnskab.udgift_kr",
  CAST(NEAREST_QUOTIENT(
    CAST(regnskab__udgift_kr * 100 AS INT128),
    CAST(indbyggere__folketal AS INT128) * 10
  ) AS DECIMAL(38, 0)) * 0.1 AS "regnskab.udgift_pr_indbygger"
FROM (
  SELECT
    facts.regnskab__region_2027,
    MAX(facts.regnskab__udgift_kr) AS regnskab__udgift_kr,
    MAX(facts.indbyggere__folketal) AS indbyggere__folketal
  FROM (
    SELECT
      regnskab__region_2027,
      regnskab__udgift_kr,
      NULL AS indbyggere__folketal
    FROM (
      SELECT
        "regnskab.inddeling_2027".region AS regnskab__region_2027,
        SUM(regnskab.udgift_kr) AS regnskab__udgift_kr
      FROM demo.main.regnskab AS regnskab
      LEFT JOIN demo.main.kommuner_inddeling AS "regnskab.inddeling_2027"
        ON (
          regnskab.kommunekode = "regnskab.inddeling_2027".kommunekode
        )
        AND "regnskab.inddeling_2027".gyldig_fra <= $1
        AND (
          "regnskab.inddeling_2027".gyldig_til IS NULL
          OR "regnskab.inddeling_2027".gyldig_til > $1
        )
      WHERE
        regnskab.aar = $2
      GROUP BY
        1
    ) AS regnskab__udgift_kr
    UNION ALL
    SELECT
      regnskab__region_2027,
      NULL AS regnskab__udgift_kr,
      indbyggere__folketal
    FROM (
      SELECT
        "indbyggere.inddeling_2027".region AS regnskab__region_2027,
        SUM(indbyggere.folketal) AS indbyggere__folketal
      FROM demo.main.indbyggere AS indbyggere
      LEFT JOIN demo.main.kommuner_inddeling AS "indbyggere.inddeling_2027"
        ON (
          indbyggere.kommunekode = "indbyggere.inddeling_2027".kommunekode
        )
        AND "indbyggere.inddeling_2027".gyldig_fra <= $1
        AND (
          "indbyggere.inddeling_2027".gyldig_til IS NULL
          OR "indbyggere.inddeling_2027".gyldig_til > $1
        )
      WHERE
        indbyggere.aar = $2
      GROUP BY
        1
    ) AS indbyggere__folketal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  regnskab__region_2027 ASC
LIMIT 10001
