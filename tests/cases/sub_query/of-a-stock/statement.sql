SELECT
  kommune__kode AS "kommune.kode",
  kommune__pladser AS "kommune.pladser",
  kommune__doegnandel AS "kommune.doegnandel"
FROM (
  SELECT DISTINCT
    kommune.kode AS kommune__kode,
    "kommune.#pladser".value AS kommune__pladser,
    "kommune.#doegnandel".value AS kommune__doegnandel
  FROM demo.main.kommune AS kommune
  LEFT JOIN (
    SELECT
      key__kommune__kode,
      CAST(NEAREST_QUOTIENT((
        CAST(pladser__doegn AS INT128) * 100
      ) * 10, CAST(pladser__antal AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS value
    FROM (
      SELECT
        facts.key__kommune__kode,
        pladser__doegn.pladser__doegn AS pladser__doegn,
        pladser__doegn.pladser__antal AS pladser__antal
      FROM (
        SELECT DISTINCT
          kommune.kode AS key__kommune__kode
        FROM demo.main.kommune AS kommune
      ) AS facts
      LEFT JOIN (
        SELECT
          ".key__kommune__kode" AS key__kommune__kode,
          SUM(pladser.antal) FILTER(WHERE
            pladser.type = 'døgn') AS pladser__doegn,
          SUM(pladser.antal) AS pladser__antal
        FROM (
          SELECT
            pladser.*,
            pladser.kommune AS ".key__kommune__kode"
          FROM demo.main.pladser AS pladser
          WHERE
            pladser.dato < $1
          QUALIFY
            pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
        ) AS pladser
        GROUP BY
          1
      ) AS pladser__doegn
        ON facts.key__kommune__kode IS NOT DISTINCT FROM pladser__doegn.key__kommune__kode
    ) AS core
  ) AS "kommune.#doegnandel"
    ON kommune.kode = "kommune.#doegnandel".key__kommune__kode
  LEFT JOIN (
    SELECT
      key__kommune__kode,
      CAST(pladser__antal AS BIGINT) AS value
    FROM (
      SELECT
        facts.key__kommune__kode,
        pladser__antal.pladser__antal AS pladser__antal
      FROM (
        SELECT DISTINCT
          kommune.kode AS key__kommune__kode
        FROM demo.main.kommune AS kommune
      ) AS facts
      LEFT JOIN (
        SELECT
          ".key__kommune__kode" AS key__kommune__kode,
          SUM(pladser.antal) AS pladser__antal
        FROM (
          SELECT
            pladser.*,
            pladser.kommune AS ".key__kommune__kode"
          FROM demo.main.pladser AS pladser
          WHERE
            pladser.dato < $1
          QUALIFY
            pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
        ) AS pladser
        GROUP BY
          1
      ) AS pladser__antal
        ON facts.key__kommune__kode IS NOT DISTINCT FROM pladser__antal.key__kommune__kode
    ) AS core
  ) AS "kommune.#pladser"
    ON kommune.kode = "kommune.#pladser".key__kommune__kode
  WHERE
    NOT "kommune.#pladser".value IS NULL
) AS core
ORDER BY
  kommune__kode ASC,
  kommune__pladser ASC,
  kommune__doegnandel ASC
LIMIT 10001
