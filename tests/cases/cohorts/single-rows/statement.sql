SELECT
  behandling__id AS "behandling.id",
  CAST(behandling__tilbagefald__fulgt AS BIGINT) AS "behandling.tilbagefald__fulgt",
  CAST(behandling__tilbagefald__haendelse AS BIGINT) AS "behandling.tilbagefald__haendelse"
FROM (
  SELECT
    behandling.id AS behandling__id,
    behandling.id AS ".key_0",
    CASE WHEN NOT "behandling.#tilbagefald__fulgt".value IS NULL THEN 1 ELSE 0 END AS behandling__tilbagefald__fulgt,
    CASE WHEN "behandling.#tilbagefald__fulgt".value THEN 1 ELSE 0 END AS behandling__tilbagefald__haendelse
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
    behandling.id <= $2
) AS core
ORDER BY
  behandling__id ASC,
  ".key_0" ASC
LIMIT 10001
