SELECT
  pladser__type AS "pladser.type",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
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
  GROUP BY
    1
) AS core
ORDER BY
  pladser__type ASC
LIMIT 10001
