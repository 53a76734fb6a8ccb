SELECT
  tal__gruppe AS "tal.gruppe",
  CAST(tal__a AS BIGINT) AS "tal.a",
  CAST(tal__b AS BIGINT) AS "tal.b"
FROM (
  SELECT
    tal.gruppe AS tal__gruppe,
    SUM(tal.a) AS tal__a,
    SUM(tal.b) AS tal__b
  FROM demo.main.tal AS tal
  GROUP BY
    1
) AS core
WHERE
  (
    tal__a > $1 OR (
      tal__b IS NULL
    )
  )
ORDER BY
  tal__gruppe ASC
LIMIT 10001
