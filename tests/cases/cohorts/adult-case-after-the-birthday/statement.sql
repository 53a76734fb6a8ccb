SELECT
  ung__koen AS "ung.koen",
  CAST(NEAREST_QUOTIENT(
    (
      CAST(ung__voksensag__haendelse AS INT128) * 100
    ) * 10,
    CAST(ung__voksensag__fulgt AS INT128)
  ) AS DECIMAL(38, 0)) * 0.1 AS "ung.voksensag",
  CAST(ung__voksensag__fulgt AS BIGINT) AS "ung.voksensag__fulgt",
  CAST(ung__voksensag__haendelse AS BIGINT) AS "ung.voksensag__haendelse",
  CAST(ung__voksensag__censureret AS BIGINT) AS "ung.voksensag__censureret",
  CAST(ung__antal AS BIGINT) AS "ung.antal"
FROM (
  SELECT
    ung.koen AS ung__koen,
    COUNT(*) FILTER(WHERE
      "ung.#voksensag__fulgt".value) AS ung__voksensag__haendelse,
    COUNT(*) FILTER(WHERE
      NOT "ung.#voksensag__fulgt".value IS NULL) AS ung__voksensag__fulgt,
    COUNT(*) FILTER(WHERE
      (
        NOT (
          CAST(ung.foedt + INTERVAL '18' YEARS AS DATE)
        ) IS NULL
      )
      AND (
        "ung.#voksensag__fulgt".value IS NULL
      )) AS ung__voksensag__censureret,
    COUNT(*) AS ung__antal
  FROM demo.main.ung AS ung
  LEFT JOIN LATERAL (
    SELECT
      CASE
        WHEN "@index".ends <= $1 AND NOT "@index".person IS NULL
        THEN EXISTS(
          SELECT
            1
          FROM demo.main.sag AS sag
          WHERE
            sag.ung = "@index".person
            AND sag.oprettet >= "@index".starts
            AND sag.oprettet <= "@index".ends
        )
      END AS value
    FROM (
      SELECT
        ung.nummer AS person,
        CAST(ung.foedt + INTERVAL '18' YEARS AS DATE) AS starts,
        CAST(CAST(ung.foedt + INTERVAL '18' YEARS AS DATE) + INTERVAL '48' MONTH AS DATE) AS ends
    ) AS "@index"
  ) AS "ung.#voksensag__fulgt"
    ON TRUE
  GROUP BY
    1
) AS core
ORDER BY
  ung__koen ASC
LIMIT 10001
