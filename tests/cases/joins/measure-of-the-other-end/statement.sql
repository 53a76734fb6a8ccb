SELECT
  sager__hast AS "sager.hast",
  CAST(kommune__antal AS BIGINT) AS "sager.handle_antal"
FROM (
  SELECT
    once.sager__hast,
    COUNT(*) AS kommune__antal
  FROM demo.main.kommune AS kommune
  INNER JOIN (
    SELECT DISTINCT
      "kommune.<sag.handle".hast AS sager__hast,
      kommune.kode AS kommune__key_0
    FROM demo.main.kommune AS kommune
    LEFT JOIN demo.main.sag AS "kommune.<sag.handle"
      ON "kommune.<sag.handle".handle = kommune.kode
  ) AS once
    ON once.kommune__key_0 = kommune.kode
  GROUP BY
    1
) AS core
ORDER BY
  sager__hast ASC
LIMIT 10001
