WITH ".top" AS MATERIALIZED (
  SELECT
    pladser__type,
    TRUE AS met
  FROM (
    SELECT
      ".pladser__type" AS pladser__type,
      SUM(pladser.antal) AS pladser__antal
    FROM (
      SELECT
        pladser.*,
        pladser.type AS ".pladser__type"
      FROM demo.main.pladser AS pladser
      WHERE
        pladser.dato < $1
      QUALIFY
        pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
    ) AS pladser
    GROUP BY
      1
  ) AS core
  ORDER BY
    pladser__antal DESC,
    pladser__type ASC
  LIMIT 1
)
SELECT
  pladser__type AS "pladser.type",
  pladser__type__rest AS "pladser.type__rest",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    ".pladser__type" AS pladser__type,
    ".pladser__type__rest" AS pladser__type__rest,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*,
      CASE WHEN ".top".met THEN pladser.type END AS ".pladser__type",
      ".top".met IS NULL AS ".pladser__type__rest"
    FROM demo.main.pladser AS pladser
    LEFT JOIN ".top"
      ON ".top".pladser__type IS NOT DISTINCT FROM pladser.type
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
  ) AS pladser
  GROUP BY
    1,
    2
) AS core
ORDER BY
  pladser__antal DESC,
  pladser__type__rest ASC,
  pladser__type ASC
LIMIT 10001
