SELECT
  pladser__aar_og_type AS "pladser.aar_og_type",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    ".pladser__aar_og_type" AS pladser__aar_og_type,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*,
      (
        EXTRACT(YEAR FROM pladser.dato) || ' ' || pladser.type
      ) AS ".pladser__aar_og_type"
    FROM demo.main.pladser AS pladser
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
  ) AS pladser
  GROUP BY
    1
) AS core
ORDER BY
  pladser__aar_og_type ASC
LIMIT 10001
