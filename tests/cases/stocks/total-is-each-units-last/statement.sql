SELECT
  CAST(pladser__antal AS BIGINT) AS "pladser.antal",
  CAST(pladser__raekker AS BIGINT) AS "pladser.raekker"
FROM (
  SELECT
    MAX(facts.pladser__antal) AS pladser__antal,
    COALESCE(MAX(facts.pladser__raekker), 0) AS pladser__raekker
  FROM (
    SELECT
      pladser__antal,
      NULL AS pladser__raekker
    FROM (
      SELECT
        SUM(pladser.antal) AS pladser__antal
      FROM (
        SELECT
          pladser.*
        FROM demo.main.pladser AS pladser
        WHERE
          pladser.dato < $1
        QUALIFY
          pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
      ) AS pladser
    ) AS pladser__antal
    UNION ALL
    SELECT
      NULL AS pladser__antal,
      pladser__raekker
    FROM (
      SELECT
        COUNT(*) AS pladser__raekker
      FROM demo.main.pladser AS pladser
    ) AS pladser__raekker
  ) AS facts
) AS core
ORDER BY
  pladser__antal DESC
LIMIT 10001
