SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 100, CAST(tal__b AS INT128)) AS DECIMAL(38, 0)) AS "tal.a_b_pct",
  CAST(NEAREST_QUOTIENT(CAST(tal__a AS INT128) * 1000, CAST(tal__b AS INT128)) AS DECIMAL(38, 0)) AS "tal.a_b_tusind"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
