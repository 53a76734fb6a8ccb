SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(NEAREST_QUOTIENT(CAST(tal__stort_sum AS INT128) * 1000, CAST(tal__d3_sum * 1000 AS INT128)) AS DECIMAL(38, 0)) AS "tal.stort_andel"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.stort) AS tal__stort_sum,
    SUM(tal.d3) AS tal__d3_sum
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
WHERE
  (
    (
      CAST(tal__stort_sum AS INT128) * 10000
    ) * SIGN(CAST(tal__d3_sum * 1000 AS INT128)) > $1 * ABS(NULLIF(CAST(tal__d3_sum * 1000 AS INT128), 0))
    AND (
      (
        CAST(tal__stort_sum AS INT128) * 10000
      ) * SIGN(CAST(tal__d3_sum * 1000 AS INT128)) < $2 * ABS(NULLIF(CAST(tal__d3_sum * 1000 AS INT128), 0))
    )
  )
ORDER BY
  CAST(CAST(tal__stort_sum AS INT128) AS DOUBLE) / CAST(NULLIF(CAST(tal__d3_sum * 1000 AS INT128), 0) AS DOUBLE) DESC,
  tal__gruppe ASC
LIMIT 10001
