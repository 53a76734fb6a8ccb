SELECT
  pladser__aar AS "pladser.aar",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    ".pladser__aar" AS pladser__aar,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*,
      EXTRACT(YEAR FROM pladser.dato) AS ".pladser__aar"
    FROM demo.main.pladser AS pladser
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed, EXTRACT(YEAR FROM pladser.dato))
  ) AS pladser
  GROUP BY
    1
) AS core
ORDER BY
  pladser__aar ASC
LIMIT 10001
