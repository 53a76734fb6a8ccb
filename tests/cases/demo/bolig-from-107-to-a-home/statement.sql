SELECT
  bolig__borger_koen AS "bolig.borger_koen",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(boligforloeb__fra_107_til_egen_bolig__haendelse AS INT128) * 100
    ) * 10,
    CAST(boligforloeb__fra_107_til_egen_bolig__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "bolig.fra_107_til_egen_bolig",
  CAST(boligforloeb__fra_107_til_egen_bolig__haendelse AS BIGINT) AS "bolig.fra_107_til_egen_bolig__haendelse",
  CAST(boligforloeb__fra_107_til_egen_bolig__fulgt AS BIGINT) AS "bolig.fra_107_til_egen_bolig__fulgt"
FROM (
  SELECT
    "boligforloeb.borger".koen AS bolig__borger_koen,
    COUNT(*) FILTER(WHERE
      (
        boligforloeb.boligtype = '§ 107'
      )
      AND "boligforloeb.#fra_107_til_egen_bolig__fulgt".value) AS boligforloeb__fra_107_til_egen_bolig__haendelse,
    COUNT(*) FILTER(WHERE
      (
        boligforloeb.boligtype = '§ 107'
      )
      AND (
        NOT "boligforloeb.#fra_107_til_egen_bolig__fulgt".value IS NULL
      )) AS boligforloeb__fra_107_til_egen_bolig__fulgt
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
            AND boligforloeb.start >= "@index".starts
            AND boligforloeb.start <= "@index".ends
            AND (
              boligforloeb.boligtype = 'egen bolig'
            )
            AND NOT (
              boligforloeb.boligforloeb_id = "@index".key0
            )
        )
      END AS value
    FROM (
      SELECT
        boligforloeb.borger_id AS person,
        boligforloeb.slut AS starts,
        CAST(boligforloeb.slut + INTERVAL '12' MONTH AS DATE) AS ends,
        boligforloeb.boligforloeb_id AS key0
    ) AS "@index"
  ) AS "boligforloeb.#fra_107_til_egen_bolig__fulgt"
    ON TRUE
  LEFT JOIN demo.main.borger AS "boligforloeb.borger"
    ON boligforloeb.borger_id = "boligforloeb.borger".borger_id
  WHERE
    (
      boligforloeb.slut >= $2 AND (
        boligforloeb.slut < $3
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  bolig__borger_koen ASC
LIMIT 10001
