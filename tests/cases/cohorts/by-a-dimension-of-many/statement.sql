SELECT
  sag__center AS "sag.center",
  CAST(ung__voksensag__fulgt AS BIGINT) AS "ung.voksensag__fulgt",
  CAST(ung__voksensag__haendelse AS BIGINT) AS "ung.voksensag__haendelse"
FROM (
  SELECT
    once.sag__center,
    COUNT(*) FILTER(WHERE
      NOT "ung.#voksensag__fulgt".value IS NULL) AS ung__voksensag__fulgt,
    COUNT(*) FILTER(WHERE
      "ung.#voksensag__fulgt".value) AS ung__voksensag__haendelse
  FROM demo.main.ung AS ung
  INNER JOIN (
    SELECT DISTINCT
      "ung.<sag.ung".center AS sag__center,
      ung.nummer AS ung__key_0
    FROM demo.main.ung AS ung
    LEFT JOIN demo.main.sag AS "ung.<sag.ung"
      ON "ung.<sag.ung".ung = ung.nummer
  ) AS once
    ON once.ung__key_0 = ung.nummer
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
  sag__center ASC
LIMIT 10001
