SELECT
  rusmiddel__slut__year AS "rusmiddel.slut.year",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(rusmiddelforloeb__tilbagefald_1_aar__haendelse AS INT128) * 100
    ) * 10,
    CAST(rusmiddelforloeb__tilbagefald_1_aar__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "rusmiddel.tilbagefald_1_aar",
  CAST(rusmiddelforloeb__tilbagefald_1_aar__fulgt AS BIGINT) AS "rusmiddel.tilbagefald_1_aar__fulgt",
  CAST(rusmiddelforloeb__tilbagefald_1_aar__haendelse AS BIGINT) AS "rusmiddel.tilbagefald_1_aar__haendelse",
  CAST(rusmiddelforloeb__tilbagefald_1_aar__censureret AS BIGINT) AS "rusmiddel.tilbagefald_1_aar__censureret",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(rusmiddelforloeb__tilbagefald_3_aar__haendelse AS INT128) * 100
    ) * 10,
    CAST(rusmiddelforloeb__tilbagefald_3_aar__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "rusmiddel.tilbagefald_3_aar",
  CAST(rusmiddelforloeb__tilbagefald_3_aar__fulgt AS BIGINT) AS "rusmiddel.tilbagefald_3_aar__fulgt"
FROM (
  SELECT
    CAST(DATE_TRUNC('YEAR', rusmiddelforloeb.slut) AS DATE) AS rusmiddel__slut__year,
    COUNT(*) FILTER(WHERE
      "rusmiddelforloeb.#tilbagefald_1_aar__fulgt".value) AS rusmiddelforloeb__tilbagefald_1_aar__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "rusmiddelforloeb.#tilbagefald_1_aar__fulgt".value IS NULL) AS rusmiddelforloeb__tilbagefald_1_aar__fulgt,
    COUNT(*) FILTER(WHERE
      (
        NOT rusmiddelforloeb.slut IS NULL
      )
      AND (
        "rusmiddelforloeb.#tilbagefald_1_aar__fulgt".value IS NULL
      )) AS rusmiddelforloeb__tilbagefald_1_aar__censureret,
    COUNT(*) FILTER(WHERE
      "rusmiddelforloeb.#tilbagefald_3_aar__fulgt".value) AS rusmiddelforloeb__tilbagefald_3_aar__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "rusmiddelforloeb.#tilbagefald_3_aar__fulgt".value IS NULL) AS rusmiddelforloeb__tilbagefald_3_aar__fulgt
  FROM demo.main.rusmiddelforloeb AS rusmiddelforloeb
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.rusmiddelforloeb AS rusmiddelforloeb
          WHERE
            rusmiddelforloeb.borger_id = "@index".person
            AND rusmiddelforloeb.start >= "@index".starts
            AND rusmiddelforloeb.start <= "@index".ends
            AND NOT (
              rusmiddelforloeb.rusmiddelforloeb_id = "@index".key0
            )
        )
      END AS value
    FROM (
      SELECT
        rusmiddelforloeb.borger_id AS person,
        CAST(rusmiddelforloeb.slut + INTERVAL '86400' SECOND AS DATE) AS starts,
        CAST(rusmiddelforloeb.slut + INTERVAL '12' MONTH AS DATE) AS ends,
        rusmiddelforloeb.rusmiddelforloeb_id AS key0
    ) AS "@index"
  ) AS "rusmiddelforloeb.#tilbagefald_1_aar__fulgt"
    ON TRUE
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.rusmiddelforloeb AS rusmiddelforloeb
          WHERE
            rusmiddelforloeb.borger_id = "@index".person
            AND rusmiddelforloeb.start >= "@index".starts
            AND rusmiddelforloeb.start <= "@index".ends
            AND NOT (
              rusmiddelforloeb.rusmiddelforloeb_id = "@index".key0
            )
        )
      END AS value
    FROM (
      SELECT
        rusmiddelforloeb.borger_id AS person,
        CAST(rusmiddelforloeb.slut + INTERVAL '86400' SECOND AS DATE) AS starts,
        CAST(rusmiddelforloeb.slut + INTERVAL '36' MONTH AS DATE) AS ends,
        rusmiddelforloeb.rusmiddelforloeb_id AS key0
    ) AS "@index"
  ) AS "rusmiddelforloeb.#tilbagefald_3_aar__fulgt"
    ON TRUE
  WHERE
    NOT rusmiddelforloeb.slut IS NULL
  GROUP BY
    1
) AS core
ORDER BY
  rusmiddel__slut__year ASC
LIMIT 10001
