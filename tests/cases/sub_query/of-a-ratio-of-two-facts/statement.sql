SELECT
  person__id AS "person.id",
  person__afgoerelser_pr_sag AS "person.afgoerelser_pr_sag",
  person__pris_median AS "person.pris_median"
FROM (
  SELECT DISTINCT
    person.id AS person__id,
    "person.#afgoerelser_pr_sag".value AS person__afgoerelser_pr_sag,
    "person.#pris_median".value AS person__pris_median
  FROM demo.main.person AS person
  LEFT JOIN (
    SELECT
      key__person__id,
      CAST(NEAREST_QUOTIENT(CAST(afgoerelse__antal AS INT128) * 1000, CAST(sag__antal AS INT128)) AS DECIMAL(38, 0)) * 0.001 AS value
    FROM (
      SELECT
        facts.key__person__id,
        COALESCE(afgoerelse__antal.afgoerelse__antal, 0) AS afgoerelse__antal,
        COALESCE(sag__antal.sag__antal, 0) AS sag__antal
      FROM (
        SELECT DISTINCT
          person.id AS key__person__id
        FROM demo.main.person AS person
      ) AS facts
      LEFT JOIN (
        SELECT
          "afgoerelse.sag.person".id AS key__person__id,
          COUNT(*) AS afgoerelse__antal
        FROM demo.main.afgoerelse AS afgoerelse
        LEFT JOIN demo.main.sag AS "afgoerelse.sag"
          ON afgoerelse.sag = "afgoerelse.sag".id
        LEFT JOIN demo.main.person AS "afgoerelse.sag.person"
          ON "afgoerelse.sag".person = "afgoerelse.sag.person".id
        GROUP BY
          1
      ) AS afgoerelse__antal
        ON facts.key__person__id IS NOT DISTINCT FROM afgoerelse__antal.key__person__id
      LEFT JOIN (
        SELECT
          "sag.person".id AS key__person__id,
          COUNT(*) AS sag__antal
        FROM demo.main.sag AS sag
        LEFT JOIN demo.main.person AS "sag.person"
          ON sag.person = "sag.person".id
        GROUP BY
          1
      ) AS sag__antal
        ON facts.key__person__id IS NOT DISTINCT FROM sag__antal.key__person__id
    ) AS core
  ) AS "person.#afgoerelser_pr_sag"
    ON person.id = "person.#afgoerelser_pr_sag".key__person__id
  LEFT JOIN (
    SELECT
      key__person__id,
      CAST(sag__pris_median AS DECIMAL(38, 3)) AS value
    FROM (
      SELECT
        facts.key__person__id,
        sag__pris_median.sag__pris_median AS sag__pris_median
      FROM (
        SELECT DISTINCT
          person.id AS key__person__id
        FROM demo.main.person AS person
      ) AS facts
      LEFT JOIN (
        SELECT
          "sag.person".id AS key__person__id,
          (
            QUANTILE_DISC(CAST(sag.pris AS DECIMAL(38, 3)), 0.5) + QUANTILE_DISC(CAST(sag.pris AS DECIMAL(38, 3)), -0.5)
          ) * 0.5 AS sag__pris_median
        FROM demo.main.sag AS sag
        LEFT JOIN demo.main.person AS "sag.person"
          ON sag.person = "sag.person".id
        GROUP BY
          1
      ) AS sag__pris_median
        ON facts.key__person__id IS NOT DISTINCT FROM sag__pris_median.key__person__id
    ) AS core
  ) AS "person.#pris_median"
    ON person.id = "person.#pris_median".key__person__id
) AS core
ORDER BY
  person__id ASC,
  person__afgoerelser_pr_sag ASC,
  person__pris_median ASC
LIMIT 10001
