SELECT
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
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
  pladser__antal DESC
LIMIT 10001
