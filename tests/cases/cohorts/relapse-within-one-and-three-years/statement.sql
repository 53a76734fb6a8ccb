SELECT
  behandling__sted AS "behandling.sted",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(behandling__tilbagefald__haendelse AS INT128) * 100
    ) * 10,
    CAST(behandling__tilbagefald__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "behandling.tilbagefald",
  CAST(behandling__tilbagefald__fulgt AS BIGINT) AS "behandling.tilbagefald__fulgt",
  CAST(behandling__tilbagefald__haendelse AS BIGINT) AS "behandling.tilbagefald__haendelse",
  CAST(behandling__tilbagefald__censureret AS BIGINT) AS "behandling.tilbagefald__censureret",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(behandling__tilbagefald_3_aar__haendelse AS INT128) * 100
    ) * 100,
    CAST(behandling__tilbagefald_3_aar__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "behandling.tilbagefald_3_aar",
  CAST(behandling__antal AS BIGINT) AS "behandling.antal"
FROM (
  SELECT
    behandling.sted AS behandling__sted,
    COUNT(*) FILTER(WHERE
      "behandling.#tilbagefald__fulgt".value) AS behandling__tilbagefald__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "behandling.#tilbagefald__fulgt".value IS NULL) AS behandling__tilbagefald__fulgt,
    COUNT(*) FILTER(WHERE
      (
        NOT behandling.slut IS NULL
      )
      AND (
        "behandling.#tilbagefald__fulgt".value IS NULL
      )) AS behandling__tilbagefald__censureret,
    COUNT(*) FILTER(WHERE
      "behandling.#tilbagefald_3_aar__fulgt".value) AS behandling__tilbagefald_3_aar__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "behandling.#tilbagefald_3_aar__fulgt".value IS NULL) AS behandling__tilbagefald_3_aar__fulgt,
    COUNT(*) AS behandling__antal
  FROM demo.main.behandling AS behandling
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.behandling AS behandling
          WHERE
            behandling.borger = "@index".person
            AND behandling.start >= "@index".starts
            AND behandling.start <= "@index".ends
            AND NOT (
              behandling.id = "@index".key0
            )
        )
      END AS value
    FROM (
      SELECT
        behandling.borger AS person,
        CAST(behandling.slut + INTERVAL '86400' SECOND AS DATE) AS starts,
        CAST(behandling.slut + INTERVAL '36' MONTH AS DATE) AS ends,
        behandling.id AS key0
    ) AS "@index"
  ) AS "behandling.#tilbagefald_3_aar__fulgt"
    ON TRUE
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.behandling AS behandling
          WHERE
            behandling.borger = "@index".person
            AND behandling.start >= "@index".starts
            AND behandling.start <= "@index".ends
            AND NOT (
              behandling.id = "@index".key0
            )
        )
      END AS value
    FROM (
      SELECT
        behandling.borger AS person,
        CAST(behandling.slut + INTERVAL '86400' SECOND AS DATE) AS starts,
        CAST(behandling.slut + INTERVAL '12' MONTH AS DATE) AS ends,
        behandling.id AS key0
    ) AS "@index"
  ) AS "behandling.#tilbagefald__fulgt"
    ON TRUE
  GROUP BY
    1
) AS core
ORDER BY
  behandling__sted ASC
LIMIT 10001
