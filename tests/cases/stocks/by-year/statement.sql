SELECT
  pladser__dato__year AS "pladser.dato.year",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    ".pladser__dato__year" AS pladser__dato__year,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*,
      CAST(DATE_TRUNC('YEAR', pladser.dato) AS DATE) AS ".pladser__dato__year"
    FROM demo.main.pladser AS pladser
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed, CAST(DATE_TRUNC('YEAR', pladser.dato) AS DATE))
  ) AS pladser
  GROUP BY
    1
) AS core
ORDER BY
  pladser__dato__year ASC
LIMIT 10001
