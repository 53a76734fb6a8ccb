SELECT
  pladser__dato__year AS "pladser.dato.year",
  pladser__dato__quarter AS "pladser.dato.quarter",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    ".pladser__dato__year" AS pladser__dato__year,
    ".pladser__dato__quarter" AS pladser__dato__quarter,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*,
      CAST(DATE_TRUNC('YEAR', pladser.dato) AS DATE) AS ".pladser__dato__year",
      CAST(DATE_TRUNC('QUARTER', pladser.dato) AS DATE) AS ".pladser__dato__quarter"
    FROM demo.main.pladser AS pladser
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (
        PARTITION BY pladser.enhed, CAST(DATE_TRUNC('YEAR', pladser.dato) AS DATE), CAST(DATE_TRUNC('QUARTER', pladser.dato) AS DATE)
      )
  ) AS pladser
  GROUP BY
    1,
    2
) AS core
ORDER BY
  pladser__dato__year ASC,
  pladser__dato__quarter ASC
LIMIT 10001
