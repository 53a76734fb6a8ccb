SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(NEAREST_QUOTIENT(
    (
      (
        CAST(tal__a AS INT128) * CAST(tal__q * 100 AS INT128)
      ) + (
        CAST(tal__p * 100 AS INT128) * CAST(tal__b AS INT128)
      )
    ) * 10000,
    CAST(tal__b AS INT128) * CAST(tal__q * 100 AS INT128)
  ) AS DECIMAL(38, 0)) * 0.0001 AS "tal.sum_af_kvotienter"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b,
    SUM(tal.p) AS tal__p,
    SUM(tal.q) AS tal__q
  FROM demo.main.tal AS tal
  WHERE
    tal.gruppe IN ($1, $2, $3, $4)
  GROUP BY
    1
) AS core
ORDER BY
  tal__gruppe ASC
LIMIT 10001
