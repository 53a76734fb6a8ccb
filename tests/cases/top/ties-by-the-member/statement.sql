WITH ".top" AS MATERIALIZED (
  SELECT
    tal__gruppe,
    TRUE AS met
  FROM (
    SELECT
      tal.gruppe AS tal__gruppe,
      COUNT(*) AS tal__antal
    FROM demo.main.tal AS tal
    GROUP BY
      1
  ) AS core
  ORDER BY
    tal__antal DESC,
    tal__gruppe ASC
  LIMIT 3
)
SELECT
  tal__gruppe AS "tal.gruppe",
  tal__gruppe__rest AS "tal.gruppe__rest",
  CAST(tal__antal AS BIGINT) AS "tal.antal"
FROM (
  SELECT
    CASE WHEN ".top".met THEN tal.gruppe END AS tal__gruppe,
    ".top".met IS NULL AS tal__gruppe__rest,
    COUNT(*) AS tal__antal
  FROM demo.main.tal AS tal
  LEFT JOIN ".top"
    ON ".top".tal__gruppe IS NOT DISTINCT FROM tal.gruppe
  GROUP BY
    1,
    2
) AS core
ORDER BY
  tal__gruppe__rest ASC,
  tal__gruppe ASC
LIMIT 10001
