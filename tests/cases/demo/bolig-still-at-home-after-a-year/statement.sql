SELECT
  bolig__start__year AS "bolig.start.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(boligforloeb__fortsat_egen_bolig_1_aar__haendelse AS INT128) * 100
    ) * 10,
    CAST(boligforloeb__fortsat_egen_bolig_1_aar__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "bolig.fortsat_egen_bolig_1_aar",
  CAST(boligforloeb__fortsat_egen_bolig_1_aar__fulgt AS BIGINT) AS "bolig.fortsat_egen_bolig_1_aar__fulgt"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', boligforloeb.start) AS DATE) AS bolig__start__year,
    COUNT(*) FILTER(WHERE
      (
        boligforloeb.boligtype = 'egen bolig'
      )
      AND "boligforloeb.#fortsat_egen_bolig_1_aar__fulgt".value) AS boligforloeb__fortsat_egen_bolig_1_aar__haendelse,
    COUNT(*) FILTER(WHERE
      (
        boligforloeb.boligtype = 'egen bolig'
      )
      AND (
        NOT "boligforloeb.#fortsat_egen_bolig_1_aar__fulgt".value IS NULL
      )) AS boligforloeb__fortsat_egen_bolig_1_aar__fulgt
  FROM demo.main.boligforloeb AS boligforloeb
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.boligforloeb AS boligforloeb
          WHERE
            boligforloeb.borger_id = "@index".person
            AND boligforloeb.start <= "@index".ends
            AND (
              boligforloeb.slut IS NULL OR boligforloeb.slut > "@index".ends
            )
            AND (
              boligforloeb.boligtype = 'egen bolig'
            )
        )
      END AS value
    FROM (
      SELECT
        boligforloeb.borger_id AS person,
        CAST(boligforloeb.start + INTERVAL '86400' SECOND AS DATE) AS starts,
        CAST(boligforloeb.start + INTERVAL '12' MONTH AS DATE) AS ends
    ) AS "@index"
  ) AS "boligforloeb.#fortsat_egen_bolig_1_aar__fulgt"
    ON TRUE
  WHERE
    (
      boligforloeb.boligtype = $2
      AND (
        boligforloeb.start >= $3
      )
      AND (
        boligforloeb.start < $4
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  bolig__start__year ASC
LIMIT 10001
