SELECT
  kommune__pladser AS "kommune.pladser",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal",
  CAST(kommune__antal AS BIGINT) AS "kommune.antal"
FROM (
  SELECT
    facts.kommune__pladser,
    MAX(facts.pladser__antal) AS pladser__antal,
    COALESCE(MAX(facts.kommune__antal), 0) AS kommune__antal
  FROM (
    SELECT
      kommune__pladser,
      pladser__antal,
      NULL AS kommune__antal
    FROM (
      SELECT
        ".kommune__pladser" AS kommune__pladser,
        SUM(pladser.antal) AS pladser__antal
      FROM (
        SELECT
          pladser.*,
          "pladser.kommune.#pladser".value AS ".kommune__pladser"
        FROM demo.main.pladser AS pladser
        LEFT JOIN demo.main.kommune AS "pladser.kommune"
          ON pladser.kommune = "pladser.kommune".kode
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
        ) AS "pladser.kommune.#pladser"
          ON "pladser.kommune".kode = "pladser.kommune.#pladser".key__kommune__kode
        WHERE
          pladser.dato < $1
        QUALIFY
          pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
      ) AS pladser
      GROUP BY
        1
    ) AS pladser__antal
    UNION ALL
    SELECT
      kommune__pladser,
      NULL AS pladser__antal,
      kommune__antal
    FROM (
      SELECT
        "kommune.#pladser".value AS kommune__pladser,
        COUNT(*) AS kommune__antal
      FROM demo.main.kommune AS kommune
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
      GROUP BY
        1
    ) AS kommune__antal
  ) AS facts
  GROUP BY
    1
) AS core
ORDER BY
  kommune__pladser ASC
LIMIT 10001
