SELECT
  CAST(NEAREST_QUOTIENT(
    (
      CAST(behandling__tilbagefald_3_aar__haendelse AS INT128) * 100
    ) * 100,
    CAST(behandling__tilbagefald_3_aar__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.01 AS "forloeb.behandling_tre_aar",
  CAST(behandling__tilbagefald_3_aar__fulgt AS BIGINT) AS "forloeb.behandling_tre_aar__fulgt",
  CAST(behandling__tilbagefald__haendelse AS BIGINT) AS "forloeb.behandling_tilbagefald__haendelse"
FROM (
  SELECT
    COUNT(*) FILTER(WHERE
      "behandling.#tilbagefald_3_aar__fulgt".value) AS behandling__tilbagefald_3_aar__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "behandling.#tilbagefald_3_aar__fulgt".value IS NULL) AS behandling__tilbagefald_3_aar__fulgt,
    COUNT(*) FILTER(WHERE
      "behandling.#tilbagefald__fulgt".value) AS behandling__tilbagefald__haendelse
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
  WHERE
    behandling.sted IN ($2, $3)
) AS core
ORDER BY
  CAST(behandling__tilbagefald_3_aar__haendelse * 100 AS DOUBLE) / NULLIF(behandling__tilbagefald_3_aar__fulgt, 0) DESC
LIMIT 10001
