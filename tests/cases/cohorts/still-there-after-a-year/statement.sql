SELECT
  bolig__type AS "bolig.type",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(bolig__bliver_i_egen__haendelse AS INT128) * 100
    ) * 10,
    CAST(bolig__bliver_i_egen__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "bolig.bliver_i_egen",
  CAST(bolig__bliver_i_egen__fulgt AS BIGINT) AS "bolig.bliver_i_egen__fulgt",
  CAST(bolig__bliver_i_egen__haendelse AS BIGINT) AS "bolig.bliver_i_egen__haendelse",
  CAST(bolig__bliver_i_egen__censureret AS BIGINT) AS "bolig.bliver_i_egen__censureret"
FROM (
  SELECT
    "bolig.tilbud".type AS bolig__type,
    COUNT(*) FILTER(WHERE
      (
        "bolig.tilbud".type = 'egen'
      ) AND "bolig.#bliver_i_egen__fulgt".value) AS bolig__bliver_i_egen__haendelse,
    COUNT(*) FILTER(WHERE
      (
        "bolig.tilbud".type = 'egen'
      )
      AND (
        NOT "bolig.#bliver_i_egen__fulgt".value IS NULL
      )) AS bolig__bliver_i_egen__fulgt,
    COUNT(*) FILTER(WHERE
      (
        "bolig.tilbud".type = 'egen'
      )
      AND (
        NOT bolig.fra IS NULL
      )
      AND (
        "bolig.#bliver_i_egen__fulgt".value IS NULL
      )) AS bolig__bliver_i_egen__censureret
  FROM demo.main.bolig AS bolig
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.bolig AS bolig
          LEFT JOIN demo.main.tilbud AS "bolig.tilbud"
            ON bolig.tilbud = "bolig.tilbud".kode
          WHERE
            bolig.borger = "@index".person
            AND CAST(DATE_TRUNC('DAY', bolig.fra AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) <= "@index".ends
            AND (
              CAST(DATE_TRUNC('DAY', bolig.til AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) IS NULL
              OR CAST(DATE_TRUNC('DAY', bolig.til AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) > "@index".ends
            )
            AND (
              "bolig.tilbud".type = 'egen'
            )
        )
      END AS value
    FROM (
      SELECT
        bolig.borger AS person,
        CAST(DATE_TRUNC(
          'DAY',
          (
            bolig.fra AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '86400' SECOND
          )
        ) AS DATE) AS starts,
        CAST(DATE_TRUNC(
          'DAY',
          (
            bolig.fra AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '12' MONTH
          )
        ) AS DATE) AS ends
    ) AS "@index"
  ) AS "bolig.#bliver_i_egen__fulgt"
    ON TRUE
  LEFT JOIN demo.main.tilbud AS "bolig.tilbud"
    ON bolig.tilbud = "bolig.tilbud".kode
  WHERE
    "bolig.tilbud".type = $2
  GROUP BY
    1
) AS core
ORDER BY
  CAST(bolig__bliver_i_egen__haendelse * 100 AS DOUBLE) / NULLIF(bolig__bliver_i_egen__fulgt, 0) DESC,
  bolig__type ASC
LIMIT 10001
