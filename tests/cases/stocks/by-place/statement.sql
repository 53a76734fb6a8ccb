SELECT
  kommune__navn AS "kommune.navn",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    ".kommune__navn" AS kommune__navn,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*,
      "pladser.kommune".navn AS ".kommune__navn"
    FROM demo.main.pladser AS pladser
    LEFT JOIN demo.main.kommune AS "pladser.kommune"
      ON pladser.kommune = "pladser.kommune".kode
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed)
  ) AS pladser
  GROUP BY
    1
) AS core
ORDER BY
  kommune__navn ASC
LIMIT 10001
