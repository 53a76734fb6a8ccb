SELECT
  CAST(pladser__doegn AS BIGINT) AS "pladser.doegn",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal",
  CAST(NEAREST_QUOTIENT((
    CAST(pladser__doegn AS INT128) * 100
  ) * 10, CAST(pladser__antal AS INT128)) AS DECIMAL(38, 0)) * 0.1 AS "pladser.doegnandel"
FROM (
  SELECT
    SUM(pladser.antal) FILTER(WHERE
      pladser.type = 'døgn') AS pladser__doegn,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*
    FROM demo.main.pladser AS pladser
    WHERE
      (
        pladser.dato >= $1 AND (
          pladser.dato < $2
        ) AND (
          pladser.dato < $3
        )
      )
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
  ) AS pladser
) AS core
ORDER BY
  pladser__doegn DESC
LIMIT 10001
