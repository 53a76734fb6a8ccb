SELECT
  overgange__havde_boernesag AS "overgange.havde_boernesag",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(overgang__voksensag_4_aar__haendelse AS INT128) * 100
    ) * 10,
    CAST(overgang__voksensag_4_aar__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "overgange.voksensag_4_aar",
  CAST(overgang__voksensag_4_aar__fulgt AS BIGINT) AS "overgange.voksensag_4_aar__fulgt",
  CAST(overgang__voksensag_4_aar__haendelse AS BIGINT) AS "overgange.voksensag_4_aar__haendelse",
  CAST(overgang__voksensag_4_aar__censureret AS BIGINT) AS "overgange.voksensag_4_aar__censureret"
FROM (
  SELECT
    overgang.havde_boernesag AS overgange__havde_boernesag,
    COUNT(*) FILTER(WHERE
      "overgang.#voksensag_4_aar__fulgt".value) AS overgang__voksensag_4_aar__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "overgang.#voksensag_4_aar__fulgt".value IS NULL) AS overgang__voksensag_4_aar__fulgt,
    COUNT(*) FILTER(WHERE
      (
        NOT overgang.fylder_18 IS NULL
      )
      AND (
        "overgang.#voksensag_4_aar__fulgt".value IS NULL
      )) AS overgang__voksensag_4_aar__censureret
  FROM demo.main.overgang AS overgang
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.ydelse AS ydelse
          WHERE
            ydelse.borger_id = "@index".person
            AND ydelse.start >= "@index".starts
            AND ydelse.start <= "@index".ends
            AND (
              ydelse.lov = 'serviceloven'
              AND ydelse.paragraf IN ('85', '96', '102', '103', '104', '107', '108', '109', '110')
            )
        )
      END AS value
    FROM (
      SELECT
        overgang.borger_id AS person,
        overgang.fylder_18 AS starts,
        CAST(overgang.fylder_18 + INTERVAL '48' MONTH AS DATE) AS ends
    ) AS "@index"
  ) AS "overgang.#voksensag_4_aar__fulgt"
    ON TRUE
  GROUP BY
    1
) AS core
ORDER BY
  overgange__havde_boernesag ASC
LIMIT 10001
