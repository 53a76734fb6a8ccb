SELECT
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*
    FROM demo.main.pladser AS pladser
    LEFT JOIN demo.main.kommune AS "pladser.kommune"
      ON pladser.kommune = "pladser.kommune".kode
    LEFT JOIN demo.main.region AS "pladser.kommune.region"
      ON "pladser.kommune".region_id = "pladser.kommune.region".id
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
      AND "pladser.kommune.region".navn IN ($2, $3)
  ) AS pladser
) AS core
ORDER BY
  pladser__antal DESC
LIMIT 10001
