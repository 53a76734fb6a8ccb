WITH ".top" AS MATERIALIZED (
  SELECT
    pladser__halvaar,
    TRUE AS met
  FROM (
    SELECT
      "pladser.dage".halvaar AS pladser__halvaar,
      COUNT(*) AS pladser__raekker
    FROM demo.main.pladser AS pladser
    LEFT JOIN demo.main.dage AS "pladser.dage"
      ON pladser.dato = "pladser.dage".dag
    GROUP BY
      1
  ) AS core
  ORDER BY
    pladser__raekker DESC,
    pladser__halvaar ASC
  LIMIT 1
)
SELECT
  pladser__halvaar AS "pladser.halvaar",
  pladser__halvaar__rest AS "pladser.halvaar__rest",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal",
  CAST(pladser__raekker AS BIGINT) AS "pladser.raekker"
FROM (
  SELECT
    facts.pladser__halvaar,
    facts.pladser__halvaar__rest,
    MAX(facts.pladser__antal) AS pladser__antal,
    COALESCE(MAX(facts.pladser__raekker), 0) AS pladser__raekker
  FROM (
    SELECT
      pladser__halvaar,
      pladser__halvaar__rest,
      pladser__antal,
      NULL AS pladser__raekker
    FROM (
      SELECT
        ".pladser__halvaar" AS pladser__halvaar,
        ".pladser__halvaar__rest" AS pladser__halvaar__rest,
        SUM(pladser.antal) AS pladser__antal
      FROM (
        SELECT
          pladser.*,
          CASE WHEN ".top".met THEN "pladser.dage".halvaar END AS ".pladser__halvaar",
          ".top".met IS NULL AS ".pladser__halvaar__rest"
        FROM demo.main.pladser AS pladser
        LEFT JOIN demo.main.dage AS "pladser.dage"
          ON pladser.dato = "pladser.dage".dag
        LEFT JOIN ".top"
          ON ".top".pladser__halvaar IS NOT DISTINCT FROM "pladser.dage".halvaar
        WHERE
          pladser.dato < $1
        QUALIFY
          pladser.dato = MAX(pladser.dato) OVER (
            PARTITION BY pladser.enhed, CASE WHEN ".top".met THEN "pladser.dage".halvaar END, ".top".met IS NULL
          )
      ) AS pladser
      GROUP BY
        1,
        2
    ) AS pladser__antal
    UNION ALL
    SELECT
      pladser__halvaar,
      pladser__halvaar__rest,
      NULL AS pladser__antal,
      pladser__raekker
    FROM (
      SELECT
        CASE WHEN ".top".met THEN "pladser.dage".halvaar END AS pladser__halvaar,
        ".top".met IS NULL AS pladser__halvaar__rest,
        COUNT(*) AS pladser__raekker
      FROM demo.main.pladser AS pladser
      LEFT JOIN demo.main.dage AS "pladser.dage"
        ON pladser.dato = "pladser.dage".dag
      LEFT JOIN ".top"
        ON ".top".pladser__halvaar IS NOT DISTINCT FROM "pladser.dage".halvaar
      GROUP BY
        1,
        2
    ) AS pladser__raekker
  ) AS facts
  GROUP BY
    1,
    2
) AS core
ORDER BY
  pladser__antal DESC,
  pladser__halvaar__rest ASC,
  pladser__halvaar ASC
LIMIT 10001
