SELECT
  CAST(NEAREST_QUOTIENT(
    (
      CAST(behandling__samme_dag__haendelse AS INT128) * 100
    ) * 10,
    CAST(behandling__samme_dag__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "behandling.samme_dag",
  CAST(behandling__samme_dag__fulgt AS BIGINT) AS "behandling.samme_dag__fulgt",
  CAST(behandling__samme_dag__haendelse AS BIGINT) AS "behandling.samme_dag__haendelse"
FROM (
  SELECT
    COUNT(*) FILTER(WHERE
      (
        behandling.stof = 'alkohol'
      ) AND "behandling.#samme_dag__fulgt".value) AS behandling__samme_dag__haendelse,
    COUNT(*) FILTER(WHERE
      (
        behandling.stof = 'alkohol'
      )
      AND (
        NOT "behandling.#samme_dag__fulgt".value IS NULL
      )) AS behandling__samme_dag__fulgt
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
        behandling.slut AS starts,
        CAST(behandling.slut + INTERVAL '1' MONTH AS DATE) AS ends,
        behandling.id AS key0
    ) AS "@index"
  ) AS "behandling.#samme_dag__fulgt"
    ON TRUE
) AS core
ORDER BY
  CAST(behandling__samme_dag__haendelse * 100 AS DOUBLE) / NULLIF(behandling__samme_dag__fulgt, 0) DESC
LIMIT 10001
