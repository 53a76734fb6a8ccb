SELECT
  behandling__slut__year AS "behandling.slut.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(behandling__tilbagefald__haendelse AS INT128) * 100
    ) * 10,
    CAST(behandling__tilbagefald__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "behandling.tilbagefald",
  CAST(behandling__tilbagefald__fulgt AS BIGINT) AS "behandling.tilbagefald__fulgt",
  CAST(behandling__tilbagefald__censureret AS BIGINT) AS "behandling.tilbagefald__censureret"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', behandling.slut) AS DATE) AS behandling__slut__year,
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
      )) AS behandling__tilbagefald__censureret
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
        CAST(behandling.slut + INTERVAL '12' MONTH AS DATE) AS ends,
        behandling.id AS key0
    ) AS "@index"
  ) AS "behandling.#tilbagefald__fulgt"
    ON TRUE
  WHERE
    (
      behandling.slut >= $2 AND (
        behandling.slut < $3
      )
    )
  GROUP BY
    1
) AS core
ORDER BY
  behandling__slut__year ASC
LIMIT 10001
