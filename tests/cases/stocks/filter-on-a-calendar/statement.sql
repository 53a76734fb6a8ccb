SELECT
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*
    FROM demo.main.pladser AS pladser
    LEFT JOIN demo.main.dage AS "pladser.dage"
      ON pladser.dato = "pladser.dage".dag
    WHERE
      (
        "pladser.dage".halvaar = $1 AND (
          pladser.dato < $2
        )
      )
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
  ) AS pladser
) AS core
ORDER BY
  pladser__antal DESC
LIMIT 10001
