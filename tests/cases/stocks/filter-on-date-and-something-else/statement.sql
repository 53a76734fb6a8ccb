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
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
      AND STARTS_WITH(LOWER((
        EXTRACT(YEAR FROM pladser.dato) || ' ' || pladser.type
      )), LOWER($2))
  ) AS pladser
) AS core
ORDER BY
  pladser__antal DESC
LIMIT 10001
