SELECT
  pladser__halvaar AS "pladser.halvaar",
  CAST(pladser__antal AS BIGINT) AS "pladser.antal"
FROM (
  SELECT
    ".pladser__halvaar" AS pladser__halvaar,
    SUM(pladser.antal) AS pladser__antal
  FROM (
    SELECT
      pladser.*,
      "pladser.dage".halvaar AS ".pladser__halvaar"
    FROM demo.main.pladser AS pladser
    LEFT JOIN demo.main.dage AS "pladser.dage"
      ON pladser.dato = "pladser.dage".dag
    WHERE
      pladser.dato < $1
    QUALIFY
      pladser.dato = MAX(pladser.dato) OVER (PARTITION BY pladser.enhed, "pladser.dage".halvaar)
  ) AS pladser
  GROUP BY
    1
) AS core
ORDER BY
  pladser__halvaar ASC
LIMIT 10001
