SELECT
  sikkerhed__dag__year AS "sikkerhed.dag.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(haendelse__langt_sygefravaer__haendelse AS INT128) * 100
    ) * 10,
    CAST(haendelse__langt_sygefravaer__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "sikkerhed.langt_sygefravaer",
  CAST(haendelse__langt_sygefravaer__fulgt AS BIGINT) AS "sikkerhed.langt_sygefravaer__fulgt",
  CAST(haendelse__langt_sygefravaer__haendelse AS BIGINT) AS "sikkerhed.langt_sygefravaer__haendelse",
  CAST(haendelse__langt_sygefravaer__censureret AS BIGINT) AS "sikkerhed.langt_sygefravaer__censureret"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', haendelse.dag) AS DATE) AS sikkerhed__dag__year,
    COUNT(*) FILTER(WHERE
      "haendelse.#langt_sygefravaer__fulgt".value) AS haendelse__langt_sygefravaer__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "haendelse.#langt_sygefravaer__fulgt".value IS NULL) AS haendelse__langt_sygefravaer__fulgt,
    COUNT(*) FILTER(WHERE
      (
        NOT haendelse.dag IS NULL
      )
      AND (
        "haendelse.#langt_sygefravaer__fulgt".value IS NULL
      )) AS haendelse__langt_sygefravaer__censureret
  FROM demo.main.haendelse AS haendelse
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.fravaer AS fravaer
          WHERE
            fravaer.ansat_id = "@index".person
            AND fravaer.start >= "@index".starts
            AND fravaer.start <= "@index".ends
            AND (
              fravaer.varighed_dage > 30 AND fravaer.aarsag IN ('egen sygdom', 'arbejdsulykke')
            )
        )
      END AS value
    FROM (
      SELECT
        haendelse.ansat_id AS person,
        haendelse.dag AS starts,
        CAST(haendelse.dag + INTERVAL '7776000' SECOND AS DATE) AS ends
    ) AS "@index"
  ) AS "haendelse.#langt_sygefravaer__fulgt"
    ON TRUE
  GROUP BY
    1
) AS core
ORDER BY
  sikkerhed__dag__year ASC
LIMIT 10001
