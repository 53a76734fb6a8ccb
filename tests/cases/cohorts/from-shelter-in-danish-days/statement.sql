SELECT
  tilbud__kode AS "tilbud.kode",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(bolig__fra_herberg__haendelse AS INT128) * 100
    ) * 10,
    CAST(bolig__fra_herberg__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "bolig.fra_herberg",
  CAST(bolig__fra_herberg__fulgt AS BIGINT) AS "bolig.fra_herberg__fulgt",
  CAST(bolig__fra_herberg__haendelse AS BIGINT) AS "bolig.fra_herberg__haendelse",
  CAST(bolig__fra_herberg__censureret AS BIGINT) AS "bolig.fra_herberg__censureret"
FROM (
  SELECT
    "bolig.tilbud".kode AS tilbud__kode,
    COUNT(*) FILTER(WHERE
      (
        "bolig.tilbud".type = 'herberg'
      ) AND "bolig.#fra_herberg__fulgt".value) AS bolig__fra_herberg__haendelse,
    COUNT(*) FILTER(WHERE
      (
        "bolig.tilbud".type = 'herberg'
      )
      AND (
        NOT "bolig.#fra_herberg__fulgt".value IS NULL
      )) AS bolig__fra_herberg__fulgt,
    COUNT(*) FILTER(WHERE
      (
        "bolig.tilbud".type = 'herberg'
      )
      AND (
        NOT bolig.til IS NULL
      )
      AND (
        "bolig.#fra_herberg__fulgt".value IS NULL
      )) AS bolig__fra_herberg__censureret
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
            AND CAST(DATE_TRUNC('DAY', bolig.fra AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) >= "@index".starts
            AND CAST(DATE_TRUNC('DAY', bolig.fra AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen') AS DATE) <= "@index".ends
            AND "bolig.tilbud".type IN ('p107', 'egen')
            AND NOT (
              bolig.id = "@index".key0
            )
        )
      END AS value
    FROM (
      SELECT
        bolig.borger AS person,
        CAST(DATE_TRUNC(
          'DAY',
          (
            bolig.til AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '86400' SECOND
          )
        ) AS DATE) AS starts,
        CAST(DATE_TRUNC(
          'DAY',
          (
            bolig.til AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen' + INTERVAL '15552000' SECOND
          )
        ) AS DATE) AS ends,
        bolig.id AS key0
    ) AS "@index"
  ) AS "bolig.#fra_herberg__fulgt"
    ON TRUE
  LEFT JOIN demo.main.tilbud AS "bolig.tilbud"
    ON bolig.tilbud = "bolig.tilbud".kode
  GROUP BY
    1
) AS core
ORDER BY
  tilbud__kode ASC
LIMIT 10001
